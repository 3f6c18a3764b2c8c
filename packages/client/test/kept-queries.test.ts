import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { createKeptQueries } from '../src/react/kept-queries.js'

const key = ['numbers']
const add = (one: number) => (held: number[]) => [...new Set([...held, one])]

test('what changes while an answer is on its way is made of the answer, too', async () => {
  const queryClient = new QueryClient()
  const queries = createKeptQueries(queryClient)
  const end = queries.start()
  let answer: (numbers: number[]) => void = () => {}
  const fetch = () =>
    queryClient.fetchQuery({ queryKey: key, queryFn: () => new Promise<number[]>((resolve) => (answer = resolve)) })

  queries.change(key, add(0))
  expect(queryClient.getQueryData(key)).toBeUndefined()
  const first = fetch()
  queries.change(key, add(2))
  answer([1])
  await first
  expect(queryClient.getQueryData(key)).toEqual([1, 2])

  const second = fetch()
  queries.change(key, add(3))
  expect(queryClient.getQueryData(key)).toEqual([1, 2, 3])
  answer([1, 2])
  await second
  expect(queryClient.getQueryData(key)).toEqual([1, 2, 3])

  queries.change(key, add(4))
  const third = fetch()
  answer([1])
  await third
  expect(queryClient.getQueryData(key)).toEqual([1])
  end()
  queryClient.clear()
})
