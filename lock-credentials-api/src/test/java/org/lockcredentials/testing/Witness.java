package org.lockcredentials.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Takes note of all that a host would get to see, so that codes can be looked for in it. */
public final class Witness {

    private Witness() {}

    /** Takes note of texts, results, events and failures, each with all that its {@code toString} or stack trace tells. */
    public static void seen(Object... things) {
        for (Object thing : things) {
            Sightings.HERE.note(describe(thing));
        }
    }

    /**
     * The same object, of which all that is handed back is taken note of: results, failures, and what futures complete with. What it hands
     * back is watched in the same way if it is one of the SDK's interfaces, such as a lock or a facet.
     */
    public static <T> T over(Class<T> type, T watched) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(watched, method, arguments));
        return type.cast(proxy);
    }

    private static Object call(Object watched, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(watched, arguments);
            if (arguments != null && !method.getDeclaringClass().equals(Object.class)) {
                seen(Arrays.stream(arguments).filter(Witness::isTheSdks).toArray());
            }
            return watchedResult(method, result);
        } catch (InvocationTargetException e) {
            seen(e.getCause());
            throw e.getCause();
        }
    }

    private static Object watchedResult(Method method, Object result) {
        if (result instanceof CompletableFuture<?> future) {
            future.whenComplete((value, failure) -> seen(failure == null ? value : failure));
            return future;
        }
        seen(result);
        Class<?> type = method.getReturnType();
        return type.isInterface() && !type.isSealed() && isTheSdks(result) ? over(cast(type), result) : result;
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> cast(Class<?> type) {
        return (Class<Object>) type;
    }

    private static boolean isTheSdks(Object thing) {
        return thing != null && thing.getClass().getName().startsWith("org.lockcredentials");
    }

    private static String describe(Object thing) {
        if (thing instanceof Throwable failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
        return thing instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(thing);
    }
}
