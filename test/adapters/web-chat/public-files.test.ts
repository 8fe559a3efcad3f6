// The resident's page and the widget's files as a browser gets them.
import { connect } from 'node:net'
import { call } from '../../support/direct-line-client'
import { allowedOrigin, startTestServer, type TestServer } from '../../support/web-chat-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const directives = (policy: string | null): Map<string, string> =>
  new Map(
    (policy ?? '').split(';').map((each) => {
      const [name = '', ...sources] = each.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )

describe('the page', () => {
  it('comes as the first thing, asked for anew each time', async () => {
    const { status, headers, text } = await call(server, 'GET', '/')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(text).toContain('<div id="chat">')
  })

  it('may run our scripts and styles and nothing else', async () => {
    const { headers } = await call(server, 'GET', '/')
    const host = `127.0.0.1:${server.port}`
    expect(Object.fromEntries(directives(headers.get('content-security-policy')))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': `'self' ws://${host} wss://${host}`,
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': `'self' ${allowedOrigin}`,
    })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('x-frame-options')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
  })

  it.each(['evil.example; script-src *', 'a b', "x'unsafe-inline'"])(
    'keeps its policy whatever the host header says (%s)',
    async (host) => {
      const { headers } = await rawGet(server.port, '/', host)
      const policy = directives(headers['content-security-policy'] ?? null)
      expect(policy.get('script-src')).toBe("'self'")
      expect(policy.get('connect-src')).toBe("'self' 'self'")
      expect(policy.size).toBe(8)
    },
  )
})

describe('the page of a city with a strange name', () => {
  it('carries it as text', async () => {
    const city = () => ({
      name: '<script>alert("1")</script> & \'Söner\' $& $1',
      phone: '<0123',
      languages: ['sv'],
      fileRefusal: (why: string, language: string) => `${language}: ${why}`,
      erased: () => '',
      maxTextLength: 1_000,
      openingHours: () => ({ week: '<b>alltid</b>', now: '' }),
    })
    const strange = await startTestServer({ options: { city } })
    const { text } = await call(strange, 'GET', '/')
    expect(text).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Söner&#39; $&amp; $1',
    )
    expect(text).not.toMatch(/<script(?! src="page\.js")|<b>|<0123|\{\{/)
    await strange.stop()
  })

  it('is the same under its own name', async () => {
    const [first, named] = [await call(server, 'GET', '/'), await call(server, 'GET', '/page.html')]
    expect(named.text).toBe(first.text)
  })
})

describe('the widget', () => {
  it.each(['/widget.js', '/page.js', '/page.css', '/chat.css'])(
    '%s may be used by other sites and is kept for a while',
    async (path) => {
      const first = await call(server, 'GET', path)
      expect(first.status).toBe(200)
      expect(first.headers.get('cache-control')).toBe('public, max-age=300')
      expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      const etag = first.headers.get('etag') ?? ''
      // Node's fetch adds "no-cache" of its own to a conditional request; a browser's cache does not.
      const again = await rawGet(server.port, path, 'localhost', `If-None-Match: ${etag}\r\n`)
      expect(again.status).toBe(304)
    },
  )

  it.each(['/../package.json', '/%2e%2e/package.json', '/.gitignore', '/..%5cpackage.json', '/nothing.js'])(
    'has nothing at %s',
    async (path) => {
      expect((await rawGet(server.port, path, 'localhost')).status).toBe(404)
    },
  )
})

/** With the path and the host exactly as written. */
function rawGet(
  port: number,
  path: string,
  host: string,
  more = '',
): Promise<{ status: number; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = ''] = answer.split('\r\n\r\n')
      const [line = '', ...fields] = head.split('\r\n')
      const headers = Object.fromEntries(
        fields.map((field) => [
          field.slice(0, field.indexOf(':')).toLowerCase(),
          field.slice(field.indexOf(':') + 2),
        ]),
      )
      resolve({ status: Number(line.split(' ')[1]), headers })
    })
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`)
  })
}
