// Drives the emulator's OSS through Alibaba's own client and prints one JSON line per call.
// Input (stdin): { port, accessKeyId, secret, securityToken?, bucket, steps: [{ as, path?, do, args }] }; as: a name for the line, path: bucket in the path instead of the host.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);
const OSS = require('ali-oss');

const input = JSON.parse(await text(process.stdin));

/** For an address the client names the bucket in the Host header as the real service has it; with a name it puts it into the path when asked to. */
function client(inPath) {
  return new OSS({
    region: 'oss-cn-shanghai',
    endpoint: `http://${inPath ? 'localhost' : '127.0.0.1'}:${input.port}`,
    sldEnable: inPath,
    secure: false,
    accessKeyId: input.accessKeyId,
    accessKeySecret: input.secret,
    stsToken: input.securityToken,
    bucket: input.bucket,
    authorizationV4: !input.old,
    timeout: 20000,
  });
}

/** What of an answer can be told in JSON. */
function plain(answer) {
  const { res, content, ...rest } = answer;
  return { ...rest, status: res?.status, headers: res?.headers, content: content?.toString('utf8') };
}

for (const step of input.steps) {
  const line = { as: step.as };
  try {
    const args = (step.args ?? []).map(a => (a && a.text !== undefined ? Buffer.from(a.text) : a));
    line.answer = plain(await client(step.path ?? false)[step.do](...args));
  } catch (error) {
    line.error = { status: error.status, code: error.code, message: error.message, requestId: error.requestId, ec: error.ecCode, name: error.name };
  }
  console.log(JSON.stringify(line));
}
