// Calls every operation of the story through Alibaba's own client core and prints one JSON line per call.
// Input (stdin): { endpoint, accessKeyId, secret, securityToken?, operations: [{ product, version, style, name, method, path, wires, rawBody }], only? }.
// The operations come from the emulator's catalogue; what is in the catalogue but not in the story is for the test to notice.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { story } from './story.mjs';

const require = createRequire(import.meta.url);
const OpenApi = require('@alicloud/openapi-client');
const Convert = require('@alicloud/openapi-util').default;
const { RuntimeOptions } = require('@alicloud/tea-util');

const input = JSON.parse(await text(process.stdin));
const client = new OpenApi.default(new OpenApi.Config({
  accessKeyId: input.accessKeyId,
  accessKeySecret: input.secret,
  securityToken: input.securityToken,
  type: input.securityToken ? 'sts' : 'access_key',
  endpoint: input.endpoint,
  protocol: 'HTTP',
  regionId: 'cn-shanghai',
}));

/** As the generated clients do it: json and csv parameters into one, the rest flattened. */
function queryOf(operation, values = {}) {
  const query = { ...values };
  for (const [name, style] of Object.entries(operation.wires))
    if (query[name] !== undefined && typeof query[name] !== 'string')
      query[name] = Convert.arrayToStringWithSpecifiedStyle(query[name], name, style === 'csv' ? 'simple' : 'json');
  return Convert.query(query);
}

async function call(operation, { path = {}, query, body }) {
  const params = new OpenApi.Params({
    action: operation.name,
    version: operation.version,
    protocol: 'HTTP',
    pathname: operation.path.replace(/\{(\w+)\}/g, (_, name) => Convert.getEncodeParam(path[name])),
    method: operation.method,
    authType: 'AK',
    style: operation.style,
    reqBodyType: operation.style === 'RPC' ? 'formData' : 'json',
    bodyType: 'json',
  });
  const request = new OpenApi.OpenApiRequest({
    query: queryOf(operation, query),
    body: body === undefined ? undefined : operation.rawBody ? JSON.stringify(body) : Convert.parseToMap(body),
  });
  return client.callApi(params, request, new RuntimeOptions({ autoretry: false, readTimeout: 60000, connectTimeout: 10000 }));
}

async function pass(seconds) {
  const answer = await fetch(`http://${input.endpoint}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advanceSeconds: seconds }) });
  if (!answer.ok)
    throw new Error(`The world's clock did not advance: ${answer.status} ${await answer.text()}`);
}

// Ids that creates replace by real ones.
const known = { job: 'dlcnone', pod: 'dlcnone-master-0', notebook: 'dsw-none', training: 'trainnone' };
for (const step of story) {
  if (step.pass) {
    if (!input.only)
      await pass(step.pass);
    continue;
  }
  if (input.only && !input.only.includes(`${step.product}/${step.name}`))
    continue;
  const line = { product: step.product, name: step.name };
  try {
    const operation = input.operations.find(o => o.product === step.product && o.name === step.name);
    if (!operation)
      throw Object.assign(new Error('The emulator does not implement it.'), { code: 'NoSuchOperation' });
    const answer = await call(operation, step.recipe(known));
    Object.assign(line, { status: answer.statusCode, body: answer.body });
    step.keep?.(answer.body, known);
  } catch (error) {
    Object.assign(line, { status: error.data?.statusCode ?? 0, code: error.code, message: error.message });
  }
  console.log(JSON.stringify(line));
}
