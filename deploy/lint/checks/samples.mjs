// The sample registry hangs together: every code, actor, place and quoted passage it names exists.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { at, below, services, shown, yamlDocuments } from './files.mjs';

const folder = at('deploy/local/src/main/resources/samples');

export async function checkSamples() {
  const errors = [];
  const say = (problem) => errors.push(`samples: ${problem}`);
  const codes = codeLists(errors);
  const known = (list, code, where) => {
    if (code !== undefined && !codes.get(list)?.has(code)) say(`${where}: ${code} is not in the code list ${list}`);
  };
  const places = gazetteer(say);
  const [{ organisations }] = yamlDocuments(join(folder, 'organisations.yaml'), errors);
  const [{ actors }] = yamlDocuments(join(folder, 'actors.yaml'), errors);
  const [accepted] = yamlDocuments(join(folder, 'accepted.yaml'), errors);
  const reports = readReports(say);

  const users = new Map();
  for (const organisation of organisations) {
    known('organisation_status', organisation.status, organisation.id);
    known('organisation_kind', organisation.kind, organisation.id);
    for (const user of organisation.users) {
      user.roles.forEach((role) => known('role', role, user.name));
      known('clearance', user.clearance, user.name);
      users.set(`${organisation.id}/${user.name}`, user);
    }
  }
  const author = (by, role, where) => {
    const user = users.get(`${by?.organisation}/${by?.user}`);
    if (!user) say(`${where}: no such user ${by?.organisation}/${by?.user}`);
    else if (role && !user.roles.includes(role)) say(`${where}: ${user.name} is no ${role}`);
  };
  const marked = (marking, where) => {
    known('tlp', marking?.tlp, where);
    known('place_level', marking?.finestPlace, where);
    known('date_precision', marking?.finestDate, where);
    if (!marking?.tlp) say(`${where}: no marking`);
    (marking?.sharedWith ?? []).forEach((id) => {
      if (!organisations.some((organisation) => organisation.id === id)) say(`${where}: shared with unknown ${id}`);
    });
  };

  const actorKeys = new Set(actors.map((actor) => actor.key));
  if (actorKeys.size !== actors.length) say('two actors have the same key');
  for (const actor of actors) {
    known('actor_type', actor.type, actor.key);
    known('placeholder', actor.placeholder, actor.key);
    known('social_role', actor.socialRole, actor.key);
    author(actor.recordedBy, 'reviewer', actor.key);
    marked(actor.marking, actor.key);
    actor.names.forEach((name) => {
      known('name_type', name.type, actor.key);
      known('name_script', name.script, actor.key);
    });
    actor.relations.forEach((relation) => {
      known('relation_type', relation.type, actor.key);
      if (!actorKeys.has(relation.to)) say(`${actor.key}: relation to unknown ${relation.to}`);
    });
  }

  for (const [key, report] of reports) {
    known('document_kind', report.metadata.kind, key);
    known('reliability', report.metadata.reliability, key);
    marked(report.metadata.marking, key);
    author(report.metadata.postedBy, undefined, key);
    const words = report.text.split(/\s+/).length;
    if (words < 100 || words > 260) say(`${key} has ${words} words, not 100 to 250 or so`);
  }

  const records = [
    ...accepted.crises.map((record) => ({ ...record, kind: 'crisis' })),
    ...accepted.cases.map((record) => ({ ...record, kind: 'case' })),
    ...['permission', 'contact', 'agreement', 'term', 'observation', 'outcome', 'incident'].flatMap((kind) =>
      accepted[`${kind}s`].map((record) => ({ ...record, kind })),
    ),
  ];
  const references = new Set([
    ...[...actorKeys].map((key) => `actor:${key}`),
    ...records.map((record) => `${record.kind}:${record.key}`),
  ]);
  let quotes = 0;
  for (const { key, kind, recordedBy, body } of records) {
    author(recordedBy, 'reviewer', key);
    marked(body.marking, key);
    known(`${kind}_type`, body.type, key);
    known(`${kind}_status`, body.status, key);
    known('case_level', body.level, key);
    known('permission_order', body.order, key);
    known('agreement_medium', body.medium, key);
    known('term_issue', body.issue, key);
    known('term_nature', body.nature, key);
    known('side', body.askedBySide, key);
    (body.causes ?? []).forEach((cause) => known('crisis_cause', cause, key));
    (body.channels ?? []).forEach((channel) => known('contact_channel', channel, key));
    (body.levers ?? []).forEach((lever) => known('contact_lever', lever.type, key));
    (body.movements ?? []).forEach((movement) => known('term_state', movement.state, key));
    for (const place of [body.place, ...(body.furtherPlaces ?? [])].filter(Boolean)) {
      if (!places.has(place.id)) say(`${key}: no such place ${place.id}`);
      known('place_level', place.level, key);
      known('place_precision', place.precision, key);
    }
    (body.parties ?? []).forEach((party) => {
      if (kind === 'case') known('case_role', party.role, key);
      known('side', party.side, key);
    });
    (body.harms ?? []).forEach((harm) => known('harm_type', harm.type, key));
    (body.victims ?? []).forEach((victims) => known('hostage_fate', victims.fate, key));
    (body.stages ?? []).forEach((stage) => known('case_stage', stage.stage, key));
    Object.values(body.states ?? {}).forEach((state) => known('value_state', state, key));
    for (const text of strings(body)) {
      if (/^(actor|crisis|case|agreement|term):/.test(text) && !references.has(text)) say(`${key}: unknown reference ${text}`);
    }
    for (const citation of body.citations) {
      quotes++;
      if (!reaches(body, citation.field)) say(`${key}: a citation supports ${citation.field}, which is not there`);
      known('modality', citation.modality, key);
      known('reliability', citation.reliability, key);
      if (citation.credibility !== undefined) known('credibility', String(citation.credibility), key);
      const report = reports.get(citation.report);
      if (!report) say(`${key}: no such report ${citation.report}`);
      else if (!report.text.includes(citation.quote)) say(`${key}: ${citation.report} does not say "${citation.quote}"`);
    }
  }
  return {
    looked: `${places.size} places, ${actors.length} actors, ${reports.size} reports, ${records.length} records, ${quotes} quotes`,
    errors,
  };
}

function codeLists(errors) {
  const files = services.flatMap((service) => below(at(service, 'src/main/resources/codelists'), (name) => name.endsWith('.yaml')));
  const lists = files.flatMap((file) => yamlDocuments(file, errors));
  return new Map(lists.map((list) => [list.name, new Set(list.entries.map((entry) => entry.code))]));
}

function gazetteer(say) {
  const [header, ...lines] = readFileSync(join(folder, 'gazetteer.csv'), 'utf8').trim().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index], value])));
  const ids = new Set(rows.map((row) => row.place_id));
  if (ids.size !== rows.length) say('gazetteer: a place_id stands twice');
  const units = new Set(rows.filter((row) => row.feature_class === 'A').map((row) => row.pcode));
  for (const row of rows) {
    if (Object.keys(row).length !== columns.length) say(`gazetteer: ${row.place_id} has not ${columns.length} columns`);
    for (const column of ['admin1_pcode', 'admin2_pcode', 'admin3_pcode']) {
      if (row[column] && !units.has(row[column])) say(`gazetteer: ${row.place_id} lies in unknown ${row[column]}`);
    }
    if (row.place_id.startsWith('toguna:') && row.pcode.startsWith('ML')) say(`gazetteer: invented ${row.place_id} has a real-looking P-code`);
  }
  return ids;
}

function readReports(say) {
  const reports = new Map();
  for (const file of below(join(folder, 'reports'), () => true)) {
    const key = basename(file, extname(file));
    try {
      reports.set(key, readReport(readFileSync(file, 'utf8'), extname(file)));
    } catch (error) {
      say(`${shown(file)}: ${error.message}`);
    }
  }
  return reports;
}

function readReport(source, ending) {
  if (ending === '.json') return JSON.parse(source);
  const block = ending === '.html' ? /^<!--\n---\n([\s\S]*?)\n---\n-->\n([\s\S]*)$/ : /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
  const match = block.exec(source);
  if (!match) throw new Error('no metadata block');
  const text = ending === '.html' ? match[2].replace(/<[^>]+>/g, '') : match[2];
  return { metadata: parse(match[1]), text };
}

/** A citation supports a field that has a value, or one whose state is given. */
function reaches(body, pointer) {
  if (body.states?.[pointer]) return true;
  return pointer.split('/').slice(1).reduce((value, step) => value?.[step], body) !== undefined;
}

function strings(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}
