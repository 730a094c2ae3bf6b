package org.toguna.kit.contract;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Gives every string a longest length, every number its bounds and every array an end. */
final class Bounds {

  private static final int TEXT = 20_000;
  private static final int ITEMS = 10_000;
  private static final BigDecimal SAFE = BigDecimal.valueOf(9_007_199_254_740_991L);

  private final Set<Schema> done = Collections.newSetFromMap(new IdentityHashMap<>());

  void setAll(OpenAPI api) {
    var components = api.getComponents();
    all(components.getSchemas() == null ? null : components.getSchemas().values());
    if (components.getParameters() != null) {
      components.getParameters().values().forEach(this::set);
    }
    if (api.getPaths() != null) {
      api.getPaths().getPathItems().values().forEach(this::set);
    }
  }

  private void set(PathItem item) {
    each(item.getParameters()).forEach(this::set);
    item.getOperations().values().forEach(this::set);
  }

  private void set(Operation operation) {
    each(operation.getParameters()).forEach(this::set);
    if (operation.getRequestBody() != null) {
      set(operation.getRequestBody().getContent());
    }
    if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
      operation.getResponses().getAPIResponses().values().forEach(r -> set(r.getContent()));
    }
  }

  private void set(Parameter parameter) {
    set(parameter.getSchema());
    set(parameter.getContent());
  }

  private void set(@Nullable Content content) {
    if (content != null && content.getMediaTypes() != null) {
      content.getMediaTypes().values().forEach(type -> set(type.getSchema()));
    }
  }

  private void set(@Nullable Schema schema) {
    if (schema == null || !done.add(schema)) {
      return;
    }
    // An annotation that bounds a parameter hides the type that its Java type would tell.
    if (schema.getRef() == null && schema.getType() == null) {
      if (schema.getMaxLength() != null) {
        schema.addType(SchemaType.STRING);
      } else if (schema.getMinimum() != null || schema.getMaximum() != null) {
        schema.addType(SchemaType.INTEGER);
      } else if (schema.getEnumeration() != null) {
        schema.setEnumeration(
            schema.getEnumeration().stream().<Object>map(String::valueOf).toList());
        if (schema.getDefaultValue() != null) {
          schema.setDefaultValue(String.valueOf(schema.getDefaultValue()));
        }
        schema.addType(SchemaType.STRING);
      }
    }
    if (schema.getRef() == null && schema.getType() != null) {
      schema.getType().forEach(type -> bound(schema, type));
    }
    all(schema.getProperties() == null ? null : schema.getProperties().values());
    all(schema.getAllOf());
    all(schema.getAnyOf());
    all(schema.getOneOf());
    all(schema.getPrefixItems());
    set(schema.getItems());
    set(schema.getNot());
    set(schema.getAdditionalPropertiesSchema());
  }

  private static void bound(Schema schema, SchemaType type) {
    switch (type) {
      case STRING -> boundText(schema);
      case INTEGER -> boundInteger(schema);
      case ARRAY -> {
        if (schema.getMaxItems() == null) {
          schema.setMaxItems(ITEMS);
        }
      }
      case OBJECT -> {
        if (schema.getAdditionalPropertiesSchema() != null && schema.getMaxProperties() == null) {
          schema.setMaxProperties(ITEMS);
        }
      }
      case NUMBER, BOOLEAN, NULL -> {}
    }
  }

  private static void boundText(Schema schema) {
    if (schema.getMaxLength() != null || schema.getEnumeration() != null) {
      return;
    }
    schema.setMaxLength(
        switch (schema.getFormat()) {
          case "uuid" -> 36;
          case "date" -> 10;
          case "date-time" -> 40;
          case "uri", "uri-reference" -> 2000;
          case "binary", "byte" -> 50_000_000;
          case null, default -> TEXT;
        });
    if ("uuid".equals(schema.getFormat())) {
      // The generator's pattern of a UUID says no more than its format.
      schema.setPattern(null);
    }
  }

  private static void boundInteger(Schema schema) {
    if (schema.getFormat() == null) {
      schema.setFormat("int64");
    }
    boolean small = schema.getFormat().equals("int32");
    if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
      schema.setMinimum(small ? BigDecimal.valueOf(Integer.MIN_VALUE) : SAFE.negate());
    }
    if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
      schema.setMaximum(small ? BigDecimal.valueOf(Integer.MAX_VALUE) : SAFE);
    }
  }

  private void all(@Nullable Collection<Schema> schemas) {
    if (schemas != null) {
      schemas.forEach(this::set);
    }
  }

  private static <T> Stream<T> each(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
