package org.toguna.kit.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;

/** Turns violated constraints into flaws: of the body by JSON Pointer, of a parameter by name. */
final class Violations {

  private Violations() {}

  static Refusal refusal(ConstraintViolationException e) {
    var read = e.getConstraintViolations().stream().map(Violations::read).toList();
    if (read.stream().anyMatch(violation -> violation.whose == Whose.OURS)) {
      return Diagnosis.plain(ProblemType.INTERNAL);
    }
    var flaws =
        read.stream()
            .map(Violation::flaw)
            .sorted(Comparator.comparing(Flaw::pointer).thenComparing(Flaw::code))
            .toList();
    boolean parameter = read.stream().anyMatch(violation -> violation.whose == Whose.PARAMETER);
    return parameter
        ? new Refusal(ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail"), flaws)
        : Refusal.invalid(flaws);
  }

  private enum Whose {
    BODY,
    PARAMETER,
    OURS
  }

  private record Violation(Whose whose, Flaw flaw) {}

  private static Violation read(ConstraintViolation<?> violation) {
    var whose = Whose.BODY;
    var steps = new ArrayList<String>();
    Path.@Nullable MethodNode method = null;
    for (var node : violation.getPropertyPath()) {
      if (node.isInIterable()) {
        if (node.getIndex() != null) {
          steps.add("" + node.getIndex());
        } else if (node.getKey() != null) {
          steps.add("" + node.getKey());
        }
      }
      switch (node.getKind()) {
        case METHOD -> method = node.as(Path.MethodNode.class);
        case RETURN_VALUE, CONSTRUCTOR, CROSS_PARAMETER -> whose = Whose.OURS;
        case PARAMETER -> {
          if (method != null
              && !RequestShape.isBody(
                  violation.getRootBeanClass(),
                  method.getName(),
                  method.getParameterTypes(),
                  node.as(Path.ParameterNode.class).getParameterIndex())) {
            whose = Whose.PARAMETER;
            steps.add(node.getName());
          }
        }
        case PROPERTY -> steps.add(node.getName());
        case BEAN, CONTAINER_ELEMENT -> {}
      }
    }
    return new Violation(
        whose, new Flaw(pointer(whose, steps), code(violation), violation.getMessage()));
  }

  private static String pointer(Whose whose, List<String> steps) {
    if (whose == Whose.PARAMETER) {
      // Of a bean of parameters only the last step is a name that the client knows.
      return steps.getLast();
    }
    var pointer = new StringBuilder();
    steps.forEach(s -> pointer.append('/').append(s.replace("~", "~0").replace("/", "~1")));
    return pointer.toString();
  }

  private static String code(ConstraintViolation<?> violation) {
    var name = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
