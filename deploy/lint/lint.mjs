// Runs every check, says what it looked at, and exits non-zero if any of them found an error.
import { checkAsyncApi } from './checks/asyncapi.mjs';
import { checkCodeLists } from './checks/codelists.mjs';
import { checkCompose } from './checks/compose.mjs';
import { checkKubernetes } from './checks/kubernetes.mjs';
import { checkOpenApi } from './checks/openapi.mjs';
import { checkSamples } from './checks/samples.mjs';
import { checkSchemas } from './checks/schemas.mjs';

const checks = {
  codelists: checkCodeLists,
  samples: checkSamples,
  compose: checkCompose,
  kubernetes: checkKubernetes,
  openapi: checkOpenApi,
  asyncapi: checkAsyncApi,
  schemas: checkSchemas,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`lint: no such check: ${unknown.join(', ')}. Known: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { looked, errors, notes = [] } = await check();
  console.log(`${errors.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${looked}`);
  for (const note of notes) console.log(`         note: ${note}`);
  for (const error of errors) console.log(`         ${error}`);
  failed += errors.length;
}
if (failed > 0) {
  console.error(`lint: ${failed} error${failed === 1 ? '' : 's'}.`);
  process.exit(1);
}
console.log('lint: no error.');
