// The Kubernetes files parse, name each other rightly, and build with Kustomize where kubectl is at hand.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at, below, run, shown, yamlDocuments } from './files.mjs';

const folder = at('deploy/kubernetes');

export async function checkKubernetes() {
  const errors = [];
  const notes = [];
  const files = below(folder, (name) => name.endsWith('.yaml'));
  const objects = [];
  for (const file of files) {
    for (const object of yamlDocuments(file, errors)) {
      if (!object) errors.push(`${shown(file)}: an empty document`);
      else if (!object.apiVersion || !object.kind) errors.push(`${shown(file)}: a document without apiVersion or kind`);
      else if (object.kind === 'Kustomization') kustomization(object, file, errors);
      else objects.push({ ...object, file });
    }
  }
  const base = objects.filter((object) => object.file.startsWith(join(folder, 'base')));
  references(base, errors);
  for (const overlay of ['base', ...overlays()]) {
    const outcome = run('kubectl', ['kustomize', join(folder, overlay)]);
    if (outcome.error) notes.push('no kubectl here: Kustomize was not run');
    else if (outcome.status !== 0) errors.push(`kubectl kustomize ${overlay}: ${outcome.stderr.trim()}`);
  }
  return { looked: `${files.length} files, ${base.length} objects`, errors, notes: [...new Set(notes)] };
}

const overlays = () => (existsSync(join(folder, 'overlays')) ? readdirSync(join(folder, 'overlays')).map((name) => `overlays/${name}`) : []);

function kustomization(object, file, errors) {
  for (const resource of object.resources ?? []) {
    if (!existsSync(join(dirname(file), resource))) errors.push(`${shown(file)}: ${resource} is not there`);
  }
  if (dirname(file) === join(folder, 'base')) {
    readdirSync(dirname(file))
      .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml' && !object.resources.includes(name))
      .forEach((name) => errors.push(`${shown(file)} does not list ${name}`));
  }
}

function references(objects, errors) {
  const say = (object, problem) => errors.push(`${shown(object.file)}: ${object.kind} ${object.metadata?.name} ${problem}`);
  const of = (kind) => objects.filter((object) => object.kind === kind);
  const named = (kind, name) => of(kind).find((object) => object.metadata.name === name);
  const names = new Set();
  for (const object of objects) {
    const key = `${object.kind}/${object.metadata?.name}`;
    if (names.has(key)) say(object, 'stands twice');
    names.add(key);
  }
  const covers = (selector, labels) => Object.entries(selector ?? {}).every(([key, value]) => labels[key] === value);
  const podLabels = of('Deployment').map((deployment) => deployment.spec.template.metadata.labels);

  for (const deployment of of('Deployment')) {
    const pod = deployment.spec.template.spec;
    if (!covers(deployment.spec.selector.matchLabels, deployment.spec.template.metadata.labels)) say(deployment, 'does not select its own pods');
    if (!named('ServiceAccount', pod.serviceAccountName)) say(deployment, `uses unknown service account ${pod.serviceAccountName}`);
    if (pod.securityContext?.runAsNonRoot !== true) say(deployment, 'may run as root');
    for (const container of pod.containers) {
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) if (!container[probe]) say(deployment, `has no ${probe}`);
      if (!container.resources?.requests || !container.resources?.limits?.memory) say(deployment, 'has no resource requests or memory limit');
      if (container.securityContext?.allowPrivilegeEscalation !== false) say(deployment, 'may gain privileges');
      if (container.securityContext?.readOnlyRootFilesystem !== true) say(deployment, 'may write its root file system');
      for (const mount of container.volumeMounts ?? []) {
        if (!pod.volumes?.some((volume) => volume.name === mount.name)) say(deployment, `mounts unknown volume ${mount.name}`);
      }
      for (const source of container.envFrom ?? []) {
        if (source.configMapRef && !named('ConfigMap', source.configMapRef.name)) say(deployment, `reads unknown config map ${source.configMapRef.name}`);
      }
    }
    for (const kind of ['Service', 'PodDisruptionBudget', 'NetworkPolicy', 'HorizontalPodAutoscaler']) {
      if (!named(kind, deployment.metadata.name)) say(deployment, `has no ${kind}`);
    }
  }
  for (const service of of('Service')) {
    if (!service.spec.selector) continue; // leads nowhere on purpose
    if (!podLabels.some((labels) => covers(service.spec.selector, labels))) say(service, 'selects no pod');
    const ports = of('Deployment').flatMap((deployment) => deployment.spec.template.spec.containers.flatMap((container) => container.ports.map((port) => port.name)));
    service.spec.ports.forEach((port) => {
      if (!ports.includes(port.targetPort)) say(service, `has unknown target port ${port.targetPort}`);
    });
  }
  for (const scaler of of('HorizontalPodAutoscaler')) {
    if (!named(scaler.spec.scaleTargetRef.kind, scaler.spec.scaleTargetRef.name)) say(scaler, 'scales nothing');
  }
  for (const budget of of('PodDisruptionBudget')) {
    if (!podLabels.some((labels) => covers(budget.spec.selector.matchLabels, labels))) say(budget, 'selects no pod');
  }
  for (const ingress of of('Ingress')) {
    for (const rule of ingress.spec.rules) {
      for (const path of rule.http.paths) if (!named('Service', path.backend.service.name)) say(ingress, `routes to unknown ${path.backend.service.name}`);
    }
  }
  const topics = of('KafkaTopic').map((topic) => topic.spec.topicName ?? topic.metadata.name);
  for (const user of of('KafkaUser')) {
    for (const { resource } of user.spec.authorization.acls) {
      if (resource.type === 'topic' && resource.patternType !== 'prefix' && !topics.includes(resource.name)) say(user, `may use unknown topic ${resource.name}`);
    }
  }
}
