// The baseline of the HTTP figures: a bare Express 5 server that parses JSON and sends it back.
const express = require('express')

const app = express()
app.use(express.json())
app.post('/echo', (request, response) => {
  response.json(request.body)
})
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
