// Spectral (with the OWASP rules) and Redocly on the OpenAPI file of each service.
import { existsSync } from 'node:fs';
import { at, lintFolder, run, services, shown, tool } from './files.mjs';

export async function checkOpenApi() {
  const errors = [];
  const files = services.map((service) => at(service, 'contracts/openapi.yaml'));
  const present = files.filter(existsSync);
  files.filter((file) => !present.includes(file)).forEach((file) => errors.push(`${shown(file)} is missing: build the service once to write it`));
  const notes = [];
  for (const file of present) {
    errors.push(...spectral(file, notes), ...redocly(file, notes));
  }
  return { looked: `Spectral with the OWASP rules and Redocly on ${present.length} of ${files.length} OpenAPI files`, errors, notes };
}

function spectral(file, notes) {
  const outcome = run(tool('spectral'), ['lint', '--ruleset', `${lintFolder}/.spectral.yaml`, '--format', 'json', '--quiet', file]);
  return findings(outcome, 'Spectral', file, () => {
    const all = JSON.parse(outcome.stdout.slice(outcome.stdout.indexOf('[')));
    const warnings = all.filter((finding) => finding.severity === 1).length;
    if (warnings > 0) notes.push(`${shown(file)}: ${warnings} Spectral warnings`);
    return all
      .filter((finding) => finding.severity === 0)
      .map((finding) => `${shown(file)}:${finding.range.start.line + 1} ${finding.code} ${finding.message} (at ${finding.path.join('.')})`);
  });
}

function redocly(file, notes) {
  const outcome = run(tool('redocly'), ['lint', '--config', `${lintFolder}/redocly.yaml`, '--format', 'json', '--max-problems', '1000', file], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  return findings(outcome, 'Redocly', file, () => {
    const { problems } = JSON.parse(outcome.stdout.slice(outcome.stdout.indexOf('{')));
    const warnings = problems.filter((problem) => problem.severity === 'warn').length;
    if (warnings > 0) notes.push(`${shown(file)}: ${warnings} Redocly warnings`);
    return problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => `${shown(file)} ${problem.ruleId} ${problem.message} (at ${problem.location?.[0]?.pointer ?? '?'})`);
  });
}

/** A tool that did not say anything readable has failed; that is never taken for "no error". */
function findings(outcome, name, file, read) {
  try {
    return read();
  } catch {
    return [`${name} could not read ${shown(file)}: ${(outcome.stderr || outcome.stdout || String(outcome.error)).trim().split('\n').slice(0, 5).join(' | ')}`];
  }
}
