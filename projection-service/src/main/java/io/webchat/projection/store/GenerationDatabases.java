package io.webchat.projection.store;

import com.mongodb.client.MongoDatabase;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the database's collections of views those of the generation that the caller has to do with, so that nobody else
 * needs to know that there are several.
 */
@Component
final class GenerationDatabases implements BeanPostProcessor {
    private final ObjectProvider<GenerationRouting> routing;

    GenerationDatabases(ObjectProvider<GenerationRouting> routing) {
        this.routing = routing;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MongoDatabaseFactory factory ? routed(factory, routing.getObject()) : bean;
    }

    private static MongoDatabaseFactory routed(MongoDatabaseFactory factory, GenerationRouting routing) {
        var proxies = new ProxyFactory(factory);
        proxies.addAdvice((MethodInterceptor) call -> {
            var result = call.proceed();
            return result instanceof MongoDatabase database ? routed(database, routing) : result;
        });
        return (MongoDatabaseFactory) proxies.getProxy();
    }

    private static MongoDatabase routed(MongoDatabase database, GenerationRouting routing) {
        var proxies = new ProxyFactory(database);
        proxies.addAdvice((MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("getCollection") && call.getArguments()[0] instanceof String name) {
                call.getArguments()[0] = routing.collection(name);
            }
            return call.proceed();
        });
        return (MongoDatabase) proxies.getProxy();
    }
}
