package io.webchat.projection.laws;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.webchat.log.Ids;
import io.webchat.projection.store.DomainConversions;
import io.webchat.test.Infrastructure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A store of its own that can be stopped at any point: before each read, and before each write of a single document, it
 * asks a hook, which may throw, or let somebody else go first.
 */
final class SteppedStore extends MongoTemplate {
    private static final MongoClient CLIENT =
            MongoClients.create(Infrastructure.shared().mongoUri());

    /**
     * Of all stores: it is made anew for each of hundreds of histories, and looks at the documents' classes only once.
     */
    private static final MappingMongoConverter CONVERTER = converter();

    private volatile Runnable hook = () -> {};

    SteppedStore() {
        this("laws-" + Ids.fresh());
    }

    private SteppedStore(String database) {
        super(new SimpleMongoClientDatabaseFactory(CLIENT, database), CONVERTER);
    }

    /** A new one that has something in it already. */
    static SteppedStore with(Map<String, List<Document>> content) {
        var store = new SteppedStore();
        content.forEach((collection, documents) -> {
            if (documents.isEmpty()) {
                store.createCollection(collection);
            } else {
                store.getCollection(collection).insertMany(documents);
            }
        });
        return store;
    }

    private static MappingMongoConverter converter() {
        var conversions = DomainConversions.mongoCustomConversions();
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return converter;
    }

    /** The same data, without a hook. */
    SteppedStore secondConnection() {
        return new SteppedStore(getDb().getName());
    }

    void beforeEachStep(Runnable newHook) {
        hook = newHook;
    }

    /** Everything in it. */
    Map<String, List<Document>> content() {
        return getCollectionNames().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> super.find(new Query().with(Sort.by("_id")), Document.class, name),
                        (a, b) -> a,
                        TreeMap::new));
    }

    @Override
    public <T> List<T> find(Query query, Class<T> type, String collection) {
        hook.run();
        return super.find(query, type, collection);
    }

    @Override
    public BulkOperations bulkOps(BulkOperations.BulkMode mode, @Nullable Class<?> type, String collection) {
        var operations = new ArrayList<Operation>();
        return (BulkOperations) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BulkOperations.class}, (bulk, method, arguments) -> {
                    if (!method.getName().equals("execute")) {
                        operations.add(new Operation(method, arguments));
                        return bulk;
                    }
                    execute(mode, operations, () -> super.bulkOps(mode, type, collection));
                    return BulkWriteResult.unacknowledged();
                });
    }

    /** One after the other; in no order means that the others are written whatever becomes of one. */
    private void execute(BulkOperations.BulkMode mode, List<Operation> operations, Supplier<BulkOperations> bulk)
            throws ReflectiveOperationException {
        var errors = new ArrayList<BulkWriteError>();
        for (var index = 0; index < operations.size(); index++) {
            hook.run();
            try {
                operations.get(index).on(bulk.get()).execute();
            } catch (BulkOperationException e) {
                if (mode == BulkOperations.BulkMode.ORDERED) {
                    throw e;
                }
                var error = e.getErrors().getFirst();
                errors.add(new BulkWriteError(error.getCode(), error.getMessage(), error.getDetails(), index));
            }
        }
        if (!errors.isEmpty()) {
            throw new BulkOperationException(
                    "some were not written",
                    new MongoBulkWriteException(
                            BulkWriteResult.unacknowledged(), errors, null, new ServerAddress(), Set.of()));
        }
    }

    private record Operation(Method method, Object[] arguments) {
        BulkOperations on(BulkOperations bulk) throws IllegalAccessException, InvocationTargetException {
            method.invoke(bulk, arguments);
            return bulk;
        }
    }
}
