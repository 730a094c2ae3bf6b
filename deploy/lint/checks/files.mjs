// Where things stand in the repository, and how YAML and shell tools are read from it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

export const lintFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const root = resolve(lintFolder, '../..');
export const services = ['case-service', 'actor-service', 'ingest-service'];

export const shown = (file) => relative(root, file);
export const at = (...parts) => join(root, ...parts);

/** Every file below a folder of the repository that a test of its name accepts, in a stable order. */
export function below(folder, accepts) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      if (statSync(file).isDirectory()) return below(file, accepts);
      return accepts(name) ? [file] : [];
    });
}

/** All documents of a YAML file; duplicate keys and syntax errors end up in `errors`. */
export function yamlDocuments(file, errors) {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), { uniqueKeys: true, merge: true });
  for (const document of documents) {
    for (const problem of [...document.errors, ...document.warnings]) {
      errors.push(`${shown(file)}: ${problem.message.split('\n')[0]}`);
    }
  }
  return documents.filter((document) => document.errors.length === 0).map((document) => document.toJS());
}

export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: lintFolder, encoding: 'utf8', maxBuffer: 64 << 20, ...options });
}

export const tool = (name) => join(lintFolder, 'node_modules', '.bin', name);
