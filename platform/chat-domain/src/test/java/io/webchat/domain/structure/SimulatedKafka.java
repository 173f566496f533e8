package io.webchat.domain.structure;

import io.webchat.domain.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as far as the write side relies on it, with one partition of each topic, one part of all servers: transactions
 * whose records are read only when they are committed; whose markers reach each partition, and the consumed offsets, at
 * a time of their own; and a consumer group that refuses the offsets of earlier generations.
 */
final class SimulatedKafka {
    record Command(CommandId id, StructureCommand command) {}

    /** @param elsewhere up to where the writer had read the facts of the other part when it decided */
    record Fact(CommandId cause, StructureEvent event, int elsewhere) {}

    record Outcome(CommandId id, Decision<StructureEvent> decision, int nextOffset, int elsewhere) {}

    /** The transaction or the member of the group is no longer the one that may write. */
    static final class Fenced extends Exception {
        private static final long serialVersionUID = 1L;
    }

    enum Fate {
        OPEN,
        COMMITTED,
        ABORTED
    }

    static final class Transaction {
        private Fate fate = Fate.OPEN;
        private final Set<Partition<?>> unmarked = new HashSet<>();
        private @Nullable Integer consumed;
    }

    /** One partition, as readers of committed records see it. */
    static final class Partition<T> {
        private record Entry<T>(
                Transaction transaction, @Nullable T value) {}

        private final List<Entry<T>> entries = new ArrayList<>();
        /** Where the transactions began whose markers are not here yet, the earliest first. */
        private final Map<Transaction, Integer> begun = new LinkedHashMap<>();

        /** Those of uncommitted records included. */
        int end() {
            return entries.size();
        }

        /** Reads up to so many records and returns the position after them. */
        int read(int from, int atMost, BiConsumer<Integer, T> reader) {
            var stable = begun.values().stream().findFirst().orElse(end());
            var position = from;
            for (var read = 0; position < stable && read < atMost; position++, read++) {
                var entry = entries.get(position);
                if (entry.value() != null && entry.transaction().fate == Fate.COMMITTED) {
                    reader.accept(position, entry.value());
                }
            }
            return position;
        }
    }

    final List<Command> commands = new ArrayList<>();
    final Partition<Fact> facts = new Partition<>();
    final Partition<Outcome> outcomes = new Partition<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private int generation;
    private int owner = -1;
    private int committed;

    int generation() {
        return generation;
    }

    int owner() {
        return owner;
    }

    void assignTo(int instance) {
        generation++;
        owner = instance;
    }

    /** The offset up to which the commands were consumed; absent while a transaction that may change it is pending. */
    OptionalInt committed() {
        return transactions.stream().anyMatch(transaction -> transaction.consumed != null)
                ? OptionalInt.empty()
                : OptionalInt.of(committed);
    }

    Transaction begin() {
        var transaction = new Transaction();
        transactions.add(transaction);
        return transaction;
    }

    /** Appends a record and returns its offset. */
    <T> int append(Transaction transaction, Partition<T> partition, T value) throws Fenced {
        requireOpen(transaction);
        transaction.unmarked.add(partition);
        partition.begun.putIfAbsent(transaction, partition.end());
        partition.entries.add(new Partition.Entry<>(transaction, value));
        return partition.end() - 1;
    }

    /** Adds the consumed offset to a transaction, in the name of a generation. */
    void consume(Transaction transaction, int inGeneration, int offset) throws Fenced {
        requireOpen(transaction);
        if (inGeneration != generation) {
            throw new Fenced();
        }
        transaction.consumed = offset;
    }

    /** Returns when it is certain; the markers come later. */
    void commit(Transaction transaction) throws Fenced {
        requireOpen(transaction);
        transaction.fate = Fate.COMMITTED;
    }

    void abort(Transaction transaction) {
        if (transaction.fate == Fate.OPEN) {
            transaction.fate = Fate.ABORTED;
        }
    }

    /** The coordinator gives up one of the transactions that are open; false if there is none. */
    boolean timeOut(Random random) {
        var open = transactions.stream().filter(t -> t.fate == Fate.OPEN).toList();
        if (open.isEmpty()) {
            return false;
        }
        abort(open.get(random.nextInt(open.size())));
        return true;
    }

    /** One marker of one decided transaction reaches its place. */
    void mark(Random random) {
        var decided = transactions.stream().filter(t -> t.fate != Fate.OPEN).toList();
        if (decided.isEmpty()) {
            return;
        }
        var transaction = decided.get(random.nextInt(decided.size()));
        if (transaction.consumed != null && (transaction.unmarked.isEmpty() || random.nextBoolean())) {
            if (transaction.fate == Fate.COMMITTED) {
                committed = transaction.consumed;
            }
            transaction.consumed = null;
        } else if (transaction.unmarked.contains(facts)
                && (!transaction.unmarked.contains(outcomes) || random.nextBoolean())) {
            mark(transaction, facts);
        } else if (transaction.unmarked.contains(outcomes)) {
            mark(transaction, outcomes);
        }
        if (transaction.consumed == null && transaction.unmarked.isEmpty()) {
            transactions.remove(transaction);
        }
    }

    /** Whether nothing is under way. */
    boolean isQuiet() {
        return transactions.isEmpty();
    }

    private static <T> void mark(Transaction transaction, Partition<T> partition) {
        transaction.unmarked.remove(partition);
        partition.begun.remove(transaction);
        partition.entries.add(new Partition.Entry<>(transaction, null));
    }

    private static void requireOpen(Transaction transaction) throws Fenced {
        if (transaction.fate != Fate.OPEN) {
            throw new Fenced();
        }
    }
}
