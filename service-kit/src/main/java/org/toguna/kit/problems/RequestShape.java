package org.toguna.kit.problems;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a resource method takes from a request: the names of its query parameters, and its body. */
public final class RequestShape {

  private static final ConcurrentHashMap<Method, Map<String, QueryParameter>> QUERY =
      new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<Method, Boolean> BODY = new ConcurrentHashMap<>();

  private static final List<Class<? extends Annotation>> NOT_BODY =
      List.of(
          QueryParam.class,
          RestQuery.class,
          PathParam.class,
          RestPath.class,
          HeaderParam.class,
          RestHeader.class,
          CookieParam.class,
          RestCookie.class,
          MatrixParam.class,
          BeanParam.class,
          Context.class);

  private RequestShape() {}

  /** The names of the query parameters that the method, or a bean it takes, declares. */
  public static Map<String, QueryParameter> queryParameters(Method method) {
    return QUERY.computeIfAbsent(method, RequestShape::readQueryParameters);
  }

  private static Map<String, QueryParameter> readQueryParameters(Method method) {
    Map<String, QueryParameter> names = new TreeMap<>();
    for (var parameter : method.getParameters()) {
      nameOf(parameter, parameter.getName())
          .ifPresent(
              name ->
                  names.put(name, QueryParameter.of(parameter.getParameterizedType(), parameter)));
      if (!parameter.getType().isPrimitive()) {
        addMembers(parameter.getType(), names, 0);
      }
    }
    return Map.copyOf(names);
  }

  private static void addMembers(Class<?> type, Map<String, QueryParameter> names, int depth) {
    if (depth > 3 || type.getName().startsWith("java.") || type.isEnum() || type.isArray()) {
      return;
    }
    Class<?> holder = type;
    while (holder != null && holder != Object.class) {
      for (var field : holder.getDeclaredFields()) {
        nameOf(field, field.getName())
            .ifPresent(name -> names.put(name, QueryParameter.of(field.getGenericType(), field)));
        if (field.isAnnotationPresent(BeanParam.class)) {
          addMembers(field.getType(), names, depth + 1);
        }
      }
      holder = holder.getSuperclass();
    }
    if (type.isRecord()) {
      for (var component : type.getRecordComponents()) {
        nameOf(component, component.getName())
            .ifPresent(
                name -> names.put(name, QueryParameter.of(component.getGenericType(), component)));
      }
      for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
        nameOf(parameter, parameter.getName())
            .ifPresent(
                name ->
                    names.put(
                        name, QueryParameter.of(parameter.getParameterizedType(), parameter)));
        if (parameter.isAnnotationPresent(BeanParam.class)) {
          addMembers(parameter.getType(), names, depth + 1);
        }
      }
    }
  }

  private static Optional<String> nameOf(AnnotatedElement element, String name) {
    if (element.isAnnotationPresent(QueryParam.class)) {
      return Optional.of(element.getAnnotation(QueryParam.class).value());
    }
    if (element.isAnnotationPresent(RestQuery.class)) {
      var given = element.getAnnotation(RestQuery.class).value();
      return Optional.of(given.isEmpty() ? name : given);
    }
    return Optional.empty();
  }

  /** Whether the method reads a body into a type of its own, which cannot be made of nothing. */
  public static boolean takesBody(Method method) {
    return BODY.computeIfAbsent(
        method,
        any ->
            Arrays.stream(method.getParameters())
                .anyMatch(
                    parameter ->
                        isBody(parameter)
                            && !parameter.getType().isArray()
                            && !parameter.getType().getName().startsWith("jakarta.")
                            && !isOptional(parameter.getAnnotatedType())));
  }

  private static boolean isOptional(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** Whether that parameter of that method is what the body is read into. */
  static boolean isBody(
      Class<?> resource, String method, List<Class<?>> parameterTypes, int parameter) {
    Class<?> type = resource;
    while (type != null) {
      var found =
          Arrays.stream(type.getDeclaredMethods())
              .filter(m -> m.getName().equals(method))
              .filter(m -> List.of(m.getParameterTypes()).equals(parameterTypes))
              .findFirst();
      if (found.isPresent() && !type.getName().endsWith("_Subclass")) {
        return isBody(found.get().getParameters()[parameter]);
      }
      type = type.getSuperclass();
    }
    return true;
  }

  private static boolean isBody(Parameter parameter) {
    if (NOT_BODY.stream().anyMatch(parameter::isAnnotationPresent)) {
      return false;
    }
    var type = parameter.getType();
    var members = new TreeMap<String, QueryParameter>();
    addMembers(type, members, 0);
    return members.isEmpty() && (!type.getName().startsWith("java.") || isContainer(type));
  }

  private static boolean isContainer(Class<?> type) {
    return Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }
}
