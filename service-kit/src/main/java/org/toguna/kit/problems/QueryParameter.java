package org.toguna.kit.problems;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.toguna.kit.values.Flaw;

/** A query parameter as a resource declares it, and so what its values must look like. */
public record QueryParameter(Class<?> type, boolean repeatable, List<String> values) {

  /**
   * @param element which names its values, where the contract does; no other is then taken
   */
  static QueryParameter of(Type declared, AnnotatedElement element) {
    if (declared instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw) {
      var inner = generic.getActualTypeArguments()[0];
      var type = inner instanceof Class<?> known ? known : Object.class;
      return new QueryParameter(
          type, Collection.class.isAssignableFrom(raw), values(type, element));
    }
    var type = declared instanceof Class<?> known ? known : Object.class;
    return new QueryParameter(type, false, values(type, element));
  }

  private static List<String> values(Class<?> type, AnnotatedElement element) {
    var described = element.getAnnotation(Parameter.class);
    if (described != null && described.schema().enumeration().length > 0) {
      return List.of(described.schema().enumeration());
    }
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
        : List.of();
  }

  /**
   * Jakarta REST would answer a value that it cannot convert with 404, as if nothing were there.
   */
  public Optional<Flaw> flaw(String name, String value) {
    if (value.indexOf(0) >= 0) {
      return Optional.of(new Flaw(name, "wrong-value", "A null character is no text."));
    }
    if (!values.isEmpty() && !values.contains(value)) {
      return Optional.of(new Flaw(name, "unknown-code", oneOf(value)));
    }
    try {
      convert(value);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(new Flaw(name, "wrong-value", reason(e.getCause())));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(new Flaw(name, "wrong-value", expected()));
    }
  }

  private void convert(String value) throws ReflectiveOperationException {
    if (type == int.class || type == Integer.class) {
      Integer.parseInt(value);
    } else if (type == long.class || type == Long.class) {
      Long.parseLong(value);
    } else if (type == double.class || type == Double.class) {
      if (!Double.isFinite(Double.parseDouble(value))) {
        throw new IllegalArgumentException();
      }
    } else if (type == boolean.class || type == Boolean.class) {
      if (!value.equals("true") && !value.equals("false")) {
        throw new IllegalArgumentException();
      }
    } else if (type != String.class && !type.isPrimitive()) {
      for (var factory : new String[] {"fromString", "valueOf", "parse"}) {
        var method = factory(factory);
        if (method.isPresent()) {
          method.get().invoke(null, value);
          return;
        }
      }
    }
  }

  private Optional<Method> factory(String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(
            method ->
                method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isAssignableFrom(String.class))
        .findFirst();
  }

  private String reason(Throwable cause) {
    boolean ours =
        cause.getMessage() != null
            && Stream.of(cause.getStackTrace())
                .findFirst()
                .filter(frame -> frame.getClassName().startsWith("org.toguna."))
                .isPresent();
    return cause instanceof Refusal refusal
        ? refusal.detail(Locale.ENGLISH)
        : ours ? cause.getMessage() : expected();
  }

  private String oneOf(String value) {
    int last = values.size() - 1;
    return "Expected "
        + (last == 0 ? "" : String.join(", ", values.subList(0, last)) + " or ")
        + values.get(last)
        + "."
        + Nearest.to(value, values).map(" Did you mean \"%s\"?"::formatted).orElse("");
  }

  private String expected() {
    return "Expected " + Kinds.of(type) + ".";
  }
}
