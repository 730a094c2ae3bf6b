// Every event schema compiles, and the golden example beside it satisfies it.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { at, below, services, shown } from './files.mjs';

export async function checkSchemas() {
  const errors = [];
  let schemas = 0;
  let examples = 0;
  for (const service of services) {
    const files = below(at(service, 'contracts/events'), (name) => name.endsWith('.schema.json'));
    const compilers = { 'draft-07': compiler(Ajv), 2020: compiler(Ajv2020) };
    const parsed = new Map();
    for (const file of files) {
      try {
        const schema = JSON.parse(readFileSync(file, 'utf8'));
        const ajv = /draft-07/.test(schema.$schema) ? compilers['draft-07'] : compilers[2020];
        ajv.addSchema(schema, basename(file));
        parsed.set(file, ajv);
        schemas++;
      } catch (error) {
        errors.push(`${shown(file)}: ${error.message}`);
      }
    }
    for (const [file, ajv] of parsed) {
      try {
        const validate = ajv.getSchema(basename(file));
        const name = basename(file, '.schema.json');
        const candidates = [`${name}.example.json`, `${name}.json`].map((example) => join(dirname(file), example));
        for (const example of candidates.filter(existsSync)) {
          examples++;
          const event = JSON.parse(readFileSync(example, 'utf8'));
          if (!validate(event)) errors.push(`${shown(example)}: ${ajv.errorsText(validate.errors)}`);
        }
      } catch (error) {
        errors.push(`${shown(file)}: ${error.message}`);
      }
    }
  }
  return { looked: `${schemas} event schemas, ${examples} golden examples`, errors };
}

function compiler(Kind) {
  const ajv = new Kind({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats(ajv);
  return ajv;
}
