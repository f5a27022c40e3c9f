'use strict';
// A page in a browser with @connectrpc/connect-web: each line of standard input is a call, and is answered with a line that says how it went.
// The page is of another origin than the server that it calls, so it sees what CORS lets it see.
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const readline = require('node:readline');
const esbuild = require('esbuild');
const { chromium } = require('playwright-core');

const artifacts = path.join(__dirname, '..', '..', '..', '..', 'artifacts', 'peers');
// Nothing is asked of the network but the test's server.
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function serve() {
  const script = (await esbuild.build({ entryPoints: [path.join(__dirname, 'page.js')], bundle: true, write: false, format: 'iife', globalName: 'page' })).outputFiles[0].text;
  const answers = {
    '/': ['text/html', '<!doctype html><title>calls</title><script src="/page.js"></script>'],
    '/page.js': ['text/javascript', script],
    '/echo.binpb': ['application/octet-stream', fs.readFileSync(path.join(artifacts, 'echo.binpb'))],
  };
  const server = http.createServer((request, response) => {
    const [type, content] = answers[request.url] ?? ['text/plain', ''];
    response.setHeader('Content-Type', type).end(content);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}/`;
}

async function open() {
  const executablePath = fs.readFileSync(path.join(artifacts, 'browser.program'), 'utf8').trim();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'typed-metadata-browser-'));
  const browser = await chromium.launchPersistentContext(profile, { executablePath, args: quiet });
  const page = await browser.newPage();
  await page.goto(await serve());
  return { page, close: async () => { await browser.close(); fs.rmSync(profile, { recursive: true, force: true }); } };
}

const opened = open();
readline.createInterface({ input: process.stdin })
  .on('line', async line => {
    const { page } = await opened;
    console.log(JSON.stringify(await page.evaluate(order => globalThis.page.run(order), JSON.parse(line))));
  })
  .on('close', async () => {
    await (await opened).close();
    process.exit();
  });
