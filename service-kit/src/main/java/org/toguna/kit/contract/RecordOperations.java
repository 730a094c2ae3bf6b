package org.toguna.kit.contract;

import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.RecordResource;

/**
 * Writes what the operations of each kind of record are called and answer: all kinds have the same
 * operations, and each has its own names and schemas in the contract.
 */
final class RecordOperations {
  private static final String SCHEMA = "#/components/schemas/";
  private static final String ENVELOPE = SCHEMA + "RecordEnvelope";
  private static final String PAGE = "RecordPage";

  private final IndexView classes;

  RecordOperations(IndexView classes) {
    this.classes = classes;
  }

  void setAll(OpenAPI api) {
    if (api.getPaths() == null) {
      return;
    }
    // In an order of their own: the index has none, and the document would differ with each build.
    List<ClassInfo> resources =
        classes.getAllKnownSubclasses(RecordResource.class).stream()
            .sorted(Comparator.comparing(ClassInfo::name))
            .toList();
    for (ClassInfo resource : resources) {
      AnnotationInstance path = resource.declaredAnnotation(Path.class);
      AnnotationInstance called = resource.declaredAnnotation(Called.class);
      if (path != null) {
        if (called == null) {
          throw new IllegalStateException(
              "Say with @Called what the records of %s are called.".formatted(resource));
        }
        set(
            api,
            path.value().asString(),
            resource.simpleName().replaceFirst("Resource$", ""),
            called.value("one").asString(),
            called.value("many").asString());
      }
    }
    api.getComponents().removeSchema(PAGE);
  }

  private static void set(OpenAPI api, String path, String kind, String one, String many) {
    Map<String, PathItem> items = api.getPaths().getPathItems();
    String root =
        items.keySet().stream().filter(known -> known.endsWith(path)).findFirst().orElse(null);
    if (root == null) {
      throw new IllegalStateException("No operation has the path " + path);
    }
    String a = ("aeiou".indexOf(one.charAt(0)) < 0 ? "a " : "an ") + one;
    Operation record = operation(items, root, HttpMethod.POST);
    if (record == null || !"record".equals(record.getOperationId())) {
      return; // This filter runs over one document more than once.
    }
    Schema state =
        record.getRequestBody().getContent().getMediaTypes().values().iterator().next().getSchema();
    String view = SCHEMA + kind + "View";
    api.getComponents()
        .addSchema(
            kind + "View",
            OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .allOf(List.of(reference(ENVELOPE), reference(state.getRef()))));
    named(record, "record" + kind, "Record " + a);
    answers(record, "201", view);
    Operation list = operation(items, root, HttpMethod.GET);
    if (list != null && "list".equals(list.getOperationId())) {
      api.getComponents().addSchema(kind + "Page", page(api, view));
      named(list, "list" + plural(path), many);
      answers(list, "200", SCHEMA + kind + "Page");
    }
    String each = root + "/{id}";
    Operation read = operation(items, each, HttpMethod.GET);
    named(read, "read" + kind, "One " + one);
    answers(read, "200", view);
    read.getResponses()
        .getAPIResponse("200")
        .setDescription("The %s, full or blurred".formatted(one));
    named(
        operation(items, each + "/history", HttpMethod.GET),
        "read" + kind + "History",
        "The versions of " + a);
    Operation revise = operation(items, each, HttpMethod.PATCH);
    named(revise, "revise" + kind, "Revise " + a);
    answers(revise, "200", view);
    revise
        .getRequestBody()
        .getContent()
        .getMediaTypes()
        .values()
        .forEach(body -> body.setSchema(reference(state.getRef())));
    named(operation(items, each, HttpMethod.DELETE), "erase" + kind, "Erase " + a + " for good");
  }

  private static @Nullable Operation operation(
      Map<String, PathItem> items, String path, HttpMethod method) {
    PathItem item = items.get(path);
    return item == null ? null : item.getOperations().get(method);
  }

  private static void named(@Nullable Operation operation, String id, String summary) {
    if (operation == null) {
      throw new IllegalStateException("Records have no operation to be called " + id);
    }
    operation.setOperationId(id);
    operation.setSummary(summary);
  }

  private static void answers(Operation operation, String status, String schema) {
    operation
        .getResponses()
        .getAPIResponse(status)
        .getContent()
        .getMediaTypes()
        .values()
        .forEach(body -> body.setSchema(reference(schema)));
  }

  private static Schema page(OpenAPI api, String view) {
    Schema any = api.getComponents().getSchemas().get(PAGE);
    Schema page = OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
    any.getProperties()
        .forEach(
            (name, property) ->
                page.addProperty(
                    name,
                    name.equals("items")
                        ? OASFactory.createSchema()
                            .type(List.of(SchemaType.ARRAY))
                            .maxItems(property.getMaxItems())
                            .items(reference(view))
                        : property));
    return page;
  }

  private static Schema reference(String to) {
    return OASFactory.createSchema().ref(to);
  }

  /** As its path says it: {@code case-links} are {@code CaseLinks}. */
  private static String plural(String path) {
    return Arrays.stream(path.substring(path.lastIndexOf('/') + 1).split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
