import { expect, test } from 'vitest'
import { createVerdict } from '../src/links/verdict.js'

function setUp({ answers = true, open = false } = {}) {
  let asked = 0
  let givenUp = 0
  const verdict = createVerdict({
    reach: () => {
      asked++
      return answers ? Promise.resolve() : Promise.reject(new Error('away'))
    },
    isOpen: () => open,
    giveUp: () => void givenUp++,
  })
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    return { asked, givenUp }
  }
  return { verdict, settled }
}

const cutOff = 1006

test('two sockets that were refused while the server answers are enough', async () => {
  const { verdict, settled } = setUp()
  verdict.failed('refused')
  expect(await settled()).toEqual({ asked: 0, givenUp: 0 })
  verdict.failed('refused')
  expect(await settled()).toEqual({ asked: 1, givenUp: 1 })
})

test('one that hangs is enough', async () => {
  const { verdict, settled } = setUp()
  verdict.failed('hangs')
  expect(await settled()).toEqual({ asked: 1, givenUp: 1 })
})

test('a server that is away is no proxy', async () => {
  const { verdict, settled } = setUp({ answers: false })
  for (let n = 0; n < 4; n++) {
    verdict.failed('refused')
    expect(await settled()).toMatchObject({ givenUp: 0 })
  }
})

test('a socket that came up while the server was asked is kept', async () => {
  const { verdict, settled } = setUp({ open: true })
  verdict.failed('refused')
  verdict.failed('refused')
  expect(await settled()).toEqual({ asked: 1, givenUp: 0 })
})

test('two that were cut off young are enough, even while a third is open', async () => {
  const { verdict, settled } = setUp({ open: true })
  verdict.closed(cutOff, 300)
  verdict.closed(cutOff, 300)
  expect(await settled()).toEqual({ asked: 1, givenUp: 1 })
})

test('one that lived long between them, or a server that says goodbye, is a life well lived', async () => {
  const { verdict, settled } = setUp()
  for (const [code, livedMs] of [
    [cutOff, 300],
    [cutOff, 60_000],
    [cutOff, 300],
    [1012, 300],
    [4401, 300],
  ] as const)
    verdict.closed(code, livedMs)
  expect(await settled()).toEqual({ asked: 0, givenUp: 0 })
})

test('without a network nothing is concluded', async () => {
  const { verdict, settled } = setUp()
  verdict.setOffline(true)
  for (let n = 0; n < 4; n++) verdict.failed('refused')
  expect(await settled()).toEqual({ asked: 0, givenUp: 0 })
})
