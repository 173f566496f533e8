package io.webchat.benchmark.store;

import org.bson.Document;

/**
 * Which store was measured, by its own word: figures of one say nothing about another.
 *
 * @param isMongoDb whether it is MongoDB; what speaks its protocol is not
 * @param version of the store; of one that is not MongoDB, of the MongoDB that it says to be
 */
public record StoreProduct(String name, String version, boolean isMongoDb) {
    private static final String FERRET_DB = "ferretdb";

    /** Every MongoDB says what it was built from; the embedded store does not. */
    private static final String BUILT_FROM = "gitVersion";

    /** @param buildInfo the answer to the command of that name */
    public static StoreProduct of(Document buildInfo) {
        var version = buildInfo.get("version", "unknown");
        if (buildInfo.containsKey(FERRET_DB)) {
            return new StoreProduct("FerretDB", version, false);
        }
        return buildInfo.containsKey(BUILT_FROM)
                ? new StoreProduct("MongoDB", version, true)
                : new StoreProduct("embedded store (mongo-java-server)", version, false);
    }

    /** For people. */
    @Override
    public String toString() {
        return isMongoDb ? name + " " + version : name + ", not MongoDB, speaking as version " + version;
    }
}
