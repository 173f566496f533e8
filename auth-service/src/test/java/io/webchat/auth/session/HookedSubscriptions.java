package io.webchat.auth.session;

import io.webchat.auth.account.Accounts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;

/** Subscriptions with a store to which something happens before each operation of one kind is carried out. */
public final class HookedSubscriptions {
    private HookedSubscriptions() {}

    public static PushSubscriptions of(
            MongoOperations store, Accounts accounts, Clock clock, String operation, Runnable before) {
        var hooked = (MongoOperations) Proxy.newProxyInstance(
                HookedSubscriptions.class.getClassLoader(),
                new Class<?>[] {MongoOperations.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(operation)) {
                        before.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new PushSubscriptions(hooked, accounts, clock);
    }
}
