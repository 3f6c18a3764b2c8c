import { Socket } from 'node:net'

/**
 * A socket of which all that is written before the event loop goes on leaves in one go: the other side is woken once.
 * Under TLS it only carries, and what is written leaves as it comes.
 */
export function createGatheringSocket(): Socket {
  const socket = new Socket()
  // Connecting puts back the method of the class.
  return socket.once('connect', () => {
    const write = socket.write.bind(socket) as (...given: unknown[]) => boolean
    let gathers = false
    socket.write = (...given: unknown[]) => {
      if (!gathers) {
        gathers = true
        socket.cork()
        process.nextTick(() => {
          gathers = false
          socket.uncork()
        })
      }
      return write(...given)
    }
  })
}
