package io.webchat.projection.deadletter;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import io.webchat.projection.store.ViewCollections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.UpdateDefinition;

/**
 * A store that refuses messages which say certain things, as one refuses a document that is too large: what comes
 * before them in the same operation is written, and what comes after them is unless that has to be in order.
 */
final class RefusingStore extends MongoTemplate {
    private static final int DOCUMENT_TOO_LARGE = 10_334;

    private final Set<String> refused;

    RefusingStore(MongoTemplate store, Set<String> refused) {
        super(store.getMongoDatabaseFactory(), store.getConverter());
        this.refused = refused;
    }

    @Override
    public BulkOperations bulkOps(BulkMode mode, @Nullable Class<?> type, String collection) {
        var operations = super.bulkOps(mode, type, collection);
        if (!collection.equals(ViewCollections.MESSAGES)) {
            return operations;
        }
        var waiting = new ArrayList<Operation>();
        return (BulkOperations) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BulkOperations.class}, (bulk, method, arguments) -> {
                    if (!method.getName().equals("execute")) {
                        waiting.add(new Operation(method, arguments));
                        return bulk;
                    }
                    return execute(mode, waiting, operations);
                });
    }

    private BulkWriteResult execute(BulkMode mode, List<Operation> waiting, BulkOperations operations)
            throws ReflectiveOperationException {
        var first = IntStream.range(0, waiting.size())
                .filter(index -> waiting.get(index).saysOneOf(refused))
                .findFirst()
                .orElse(waiting.size());
        var reached = mode == BulkMode.ORDERED ? waiting.subList(0, first) : waiting;
        var taken = reached.stream()
                .filter(operation -> !operation.saysOneOf(refused))
                .toList();
        for (var operation : taken) {
            operation.on(operations);
        }
        if (first == waiting.size()) {
            return operations.execute();
        }
        if (!taken.isEmpty()) {
            write(operations);
        }
        throw tooLarge(first);
    }

    private static void write(BulkOperations operations) {
        try {
            operations.execute();
        } catch (BulkOperationException e) {
            // Some of them are there already. What was refused is worse.
        }
    }

    private static BulkOperationException tooLarge(int index) {
        var error = new BulkWriteError(DOCUMENT_TOO_LARGE, "too large", new BsonDocument(), index);
        return new BulkOperationException(
                "refused",
                new MongoBulkWriteException(
                        BulkWriteResult.unacknowledged(), List.of(error), null, new ServerAddress(), Set.of()));
    }

    private record Operation(Method method, Object[] arguments) {
        void on(BulkOperations bulk) throws IllegalAccessException, InvocationTargetException {
            method.invoke(bulk, arguments);
        }

        boolean saysOneOf(Set<String> contents) {
            var written = Arrays.stream(arguments)
                    .map(argument -> argument instanceof UpdateDefinition update ? update.getUpdateObject() : argument)
                    .map(Object::toString)
                    .toList();
            return contents.stream().anyMatch(content -> written.stream().anyMatch(text -> text.contains(content)));
        }
    }
}
