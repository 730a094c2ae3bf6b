// Every code list parses, is labelled in English and French, holds each code once, and is explained in the codebook.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { at, below, services, shown, yamlDocuments } from './files.mjs';

const keys = { list: ['name', 'version', 'label', 'source', 'entries'], entry: ['code', 'label', 'description', 'crosswalk'] };

export async function checkCodeLists() {
  const errors = [];
  const owners = new Map();
  let entries = 0;
  for (const service of services) {
    const files = below(at(service, 'src/main/resources/codelists'), (name) => name.endsWith('.yaml'));
    if (files.length === 0) errors.push(`${service} has no code list`);
    for (const file of files) {
      const say = (problem) => errors.push(`${shown(file)}: ${problem}`);
      const [list] = yamlDocuments(file, errors);
      if (!list) continue;
      checkList(list, basename(file, '.yaml'), say);
      if (owners.has(list.name)) say(`${owners.get(list.name)} has a list of the same name`);
      owners.set(list.name, service);
      entries += list.entries?.length ?? 0;
    }
  }
  const codebook = readFileSync(at('docs/codebook.md'), 'utf8');
  for (const name of owners.keys()) {
    if (!codebook.includes(`\`${name}\``)) errors.push(`docs/codebook.md does not explain ${name}`);
  }
  return { looked: `${owners.size} lists, ${entries} codes`, errors };
}

export function checkList(list, fileName, say) {
  foreignKeys(list, keys.list).forEach((key) => say(`unknown member ${key}`));
  if (list.name !== fileName) say(`is named ${list.name}`);
  if (!Number.isInteger(list.version) || list.version < 1) say('version is not a whole number from 1');
  if (typeof list.source !== 'string') say('has no source');
  bilingual(list.label, 'label', say);
  if (!Array.isArray(list.entries) || list.entries.length === 0) return say('has no entries');
  const seen = new Set();
  for (const entry of list.entries) {
    foreignKeys(entry, keys.entry).forEach((key) => say(`${entry.code}: unknown member ${key}`));
    if (typeof entry.code !== 'string') say(`code ${entry.code} is not text; quote it`);
    if (seen.has(entry.code)) say(`code ${entry.code} stands twice`);
    seen.add(entry.code);
    bilingual(entry.label, `label of ${entry.code}`, say);
    if (entry.description) bilingual(entry.description, `description of ${entry.code}`, say);
    for (const [scheme, code] of Object.entries(entry.crosswalk ?? {})) {
      if (typeof code !== 'string' || code === '') say(`${entry.code}: crosswalk ${scheme} is not text`);
    }
  }
}

function bilingual(text, what, say) {
  for (const language of ['en', 'fr']) {
    if (typeof text?.[language] !== 'string' || text[language].trim() === '') say(`${what} has no ${language} text`);
  }
  foreignKeys(text ?? {}, ['en', 'fr']).forEach((key) => say(`${what}: unknown language ${key}`));
}

const foreignKeys = (object, known) => Object.keys(object).filter((key) => !known.includes(key));
