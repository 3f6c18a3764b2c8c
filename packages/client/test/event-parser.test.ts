import { expect, test } from 'vitest'
import { createEventParser } from '../src/links/event-parser.js'

const whole =
  'event: connected\ndata: {}\n\n\n: a comment\ndata: one\ndata:two\nid: 7\n\ndata\r\n\r\nid\r\nevent: ping\rdata: \r\r'

const events = [
  { type: 'connected', data: '{}', lastEventId: '' },
  { type: 'message', data: 'one\ntwo', lastEventId: '7' },
  { type: 'message', data: '', lastEventId: '7' },
  { type: 'ping', data: '', lastEventId: '' },
]

test('fields, comments, line ends of three kinds, and ids that stay until they are set again', () => {
  const parse = createEventParser()
  expect([...parse(whole), ...parse('\n')]).toEqual(events)
})

test('a stream reads the same wherever it is cut', () => {
  for (let at = 0; at <= whole.length; at++) {
    const parse = createEventParser()
    expect([...parse(whole.slice(0, at)), ...parse(whole.slice(at)), ...parse('\n')], `cut at ${at}`).toEqual(events)
  }
})

test('an event that the stream ends in is not told', () => {
  expect(createEventParser()('data: half')).toEqual([])
})
