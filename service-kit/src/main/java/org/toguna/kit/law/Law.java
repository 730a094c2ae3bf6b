package org.toguna.kit.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The components of a state with what they say of themselves, read once for each type. */
public final class Law {
  private static final ClassValue<Law> KNOWN =
      new ClassValue<>() {
        @Override
        protected Law computeValue(Class<?> type) {
          return new Law(type);
        }
      };

  private final List<Component> components;

  private Law(Class<?> type) {
    this.components =
        Arrays.stream(type.getRecordComponents()).map(one -> Component.of(type, one)).toList();
  }

  /** What a component is called in JSON. */
  public static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  /** Of a record type. */
  public static Law of(Class<?> type) {
    return KNOWN.get(type);
  }

  public List<Component> components() {
    return components;
  }

  /**
   * The same state with what the operator makes of each of its components of that type, and of each
   * element of its lists of them.
   */
  public static <S, V> S replacing(S state, Class<V> type, UnaryOperator<V> by) {
    List<Component> components = of(state.getClass()).components;
    var values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      Component one = components.get(i);
      Object value = one.of(state);
      boolean meant = value != null && one.type == type;
      values[i] =
          meant && one.list
              ? ((List<?>) value).stream().map(type::cast).map(by).toList()
              : meant ? by.apply(type.cast(value)) : value;
    }
    return made(state, values);
  }

  @SuppressWarnings("unchecked") // a constructor makes what it is of
  private static <S> S made(S state, Object[] values) {
    Class<?>[] types =
        Arrays.stream(state.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = state.getClass().getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return (S) canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No state of " + state.getClass(), e);
    }
  }

  /**
   * One component.
   *
   * @param name as in JSON
   * @param type its type; of a list, that of its elements
   * @param list whether it is a list
   * @param codes the code list that its codes are of, or null
   * @param longest of a text, in characters; 0 where it says nothing
   * @param most elements of a list; 0 where it says nothing
   * @param remedy what to do where neither a value nor a state is given; null where silence will do
   */
  public record Component(
      String name,
      Class<?> type,
      boolean list,
      @Nullable String codes,
      boolean required,
      int longest,
      int most,
      @Nullable String remedy,
      RecordComponent declared) {

    private static Component of(Class<?> state, RecordComponent component) {
      Schema schema = schema(state, component);
      var code = component.getAnnotation(Code.class);
      var say = component.getAnnotation(SayOrUnknown.class);
      boolean list = Collection.class.isAssignableFrom(component.getType());
      component.getAccessor().setAccessible(true);
      int longest =
          schema == null || schema.maxLength() == Integer.MAX_VALUE ? 0 : schema.maxLength();
      int most = schema == null || schema.maxItems() == Integer.MIN_VALUE ? 0 : schema.maxItems();
      return new Component(
          Law.name(component),
          list ? element(component.getGenericType()) : component.getType(),
          list,
          code == null ? null : code.value(),
          component.isAnnotationPresent(Required.class),
          longest,
          list && code != null && most == 0 ? Code.MOST : most,
          say == null ? null : say.value(),
          component);
    }

    /** It is not for record components, and stands on their fields. */
    private static @Nullable Schema schema(Class<?> state, RecordComponent component) {
      try {
        return state.getDeclaredField(component.getName()).getAnnotation(Schema.class);
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Class<?> element(Type list) {
      Type of = ((ParameterizedType) list).getActualTypeArguments()[0];
      return of instanceof ParameterizedType generic
          ? (Class<?>) generic.getRawType()
          : (Class<?>) of;
    }

    /** Its value in a state. */
    public @Nullable Object of(Object state) {
      try {
        return declared.getAccessor().invoke(state);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("%s of %s".formatted(name, state.getClass()), e);
      }
    }
  }
}
