// Each service's AsyncAPI document is valid, references and all.
import { existsSync } from 'node:fs';
import { Parser, fromFile } from '@asyncapi/parser';
import { at, services, shown } from './files.mjs';

const SEVERITY_ERROR = 0;

export async function checkAsyncApi() {
  const errors = [];
  let channels = 0;
  let present = 0;
  for (const file of services.map((service) => at(service, 'contracts/asyncapi.yaml'))) {
    if (!existsSync(file)) {
      errors.push(`${shown(file)} is missing`);
      continue;
    }
    present++;
    const { document, diagnostics } = await fromFile(new Parser(), file).parse();
    for (const finding of diagnostics.filter((diagnostic) => diagnostic.severity === SEVERITY_ERROR)) {
      errors.push(`${shown(file)}:${finding.range.start.line + 1} ${finding.code} ${finding.message} (at ${finding.path.join('.')})`);
    }
    channels += document?.channels().length ?? 0;
  }
  return { looked: `${present} AsyncAPI documents, ${channels} channels`, errors };
}
