import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { toMessage } from './message.js'

// Socket.IO as its documentation has it: one room, and `io.to(room).emit`, which encodes a packet once for everybody.

const http = createServer((_request, response) => response.end())
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })
let seq = 0

io.on('connection', (socket) => {
  socket.on('listen', (done: () => void) => {
    void socket.join('room')
    done()
  })
  socket.on('say', (body: string) => {
    io.to('room').emit('message', { type: 'message', version: ++seq, message: toMessage(body, seq) })
  })
})

http.listen(Number(process.env['PORT']), '127.0.0.1')
