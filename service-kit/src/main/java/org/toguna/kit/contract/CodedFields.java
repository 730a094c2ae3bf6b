package org.toguna.kit.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.toguna.kit.law.Code;

/** Says in the contract of which list the codes of a field are, as the field itself does. */
final class CodedFields {
  private static final String LIST = "of the list ";

  private final IndexView classes;

  CodedFields(IndexView classes) {
    this.classes = classes;
  }

  void setAll(OpenAPI api) {
    if (api.getComponents().getSchemas() == null) {
      return;
    }
    for (ClassInfo record : classes.getKnownClasses()) {
      Schema schema = record.isRecord() ? api.getComponents().getSchemas().get(name(record)) : null;
      if (schema != null && schema.getProperties() != null) {
        record.recordComponents().forEach(component -> set(schema, component));
      }
    }
  }

  private static void set(Schema record, RecordComponentInfo component) {
    AnnotationInstance code = component.annotation(Code.class);
    Schema field = code == null ? null : record.getProperties().get(name(component));
    if (code != null && field != null) {
      set(field, code.value().asString());
    }
  }

  private static void set(Schema field, String list) {
    boolean several = field.getType() != null && field.getType().contains(SchemaType.ARRAY);
    if (several && field.getMaxItems() == null) {
      field.setMaxItems(Code.MOST);
    } else if (!several && field.getMaxLength() == null) {
      field.setMaxLength(Code.LONGEST);
    }
    String said = field.getDescription();
    if (said == null) {
      field.setDescription((several ? "Codes " : "Code ") + LIST + list);
    } else if (!said.contains(LIST)) {
      field.setDescription(said + (several ? ": codes " : ": code ") + LIST + list);
    }
  }

  private static String name(ClassInfo record) {
    AnnotationInstance schema =
        record.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    AnnotationValue name = schema == null ? null : schema.value("name");
    return name == null ? record.simpleName() : name.asString();
  }

  private static String name(RecordComponentInfo component) {
    AnnotationInstance named =
        component.declaringClass().field(component.name()).annotation(JsonProperty.class);
    return named == null || named.value() == null ? component.name() : named.value().asString();
  }
}
