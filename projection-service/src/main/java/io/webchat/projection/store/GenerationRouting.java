package io.webchat.projection.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Where the collections of each view are: those of the generation that is read; for whoever builds or looks into
 * another one, those of that.
 */
@Component
public class GenerationRouting {
    /** By view; of a view that is missing, the one that is read. */
    private static final ScopedValue<Map<String, Long>> CHOSEN = ScopedValue.newInstance();

    /** By view. */
    private final Map<String, Long> live = new ConcurrentHashMap<>();

    /** Of each view its first generation is read, until told otherwise. */
    public GenerationRouting() {
        ViewCollections.views().forEach(view -> live.put(view, Generation.FIRST));
    }

    /** The generation of a view that the caller has to do with. */
    public Generation current(String view) {
        var chosen = CHOSEN.isBound() ? CHOSEN.get().get(view) : null;
        return new Generation(view, chosen == null ? live.getOrDefault(view, Generation.FIRST) : chosen);
    }

    /** Does something with one generation of its view, and with those of all other views that are read. */
    public static void run(Generation generation, Runnable task) {
        ScopedValue.where(CHOSEN, Map.of(generation.view(), generation.number()))
                .run(task);
    }

    /** Asks something of one generation of its view. */
    public static <T> T call(Generation generation, Supplier<T> question) {
        return ScopedValue.where(CHOSEN, Map.of(generation.view(), generation.number()))
                .call(question::get);
    }

    /** The same task for another thread, with the generations that the caller has to do with. */
    static Runnable carried(Runnable task) {
        if (!CHOSEN.isBound()) {
            return task;
        }
        var chosen = CHOSEN.get();
        return () -> ScopedValue.where(CHOSEN, chosen).run(task);
    }

    /** Does something with those generations that are read now, whatever is read meanwhile. */
    <X extends Throwable> void runWithLive(ScopedValue.CallableOp<Void, X> task) throws X {
        ScopedValue.where(CHOSEN, Map.copyOf(live)).call(task);
    }

    void read(Generation generation) {
        live.put(generation.view(), generation.number());
    }

    String collection(String name) {
        return ViewCollections.viewOf(name)
                .map(view -> current(view).collection(name))
                .orElse(name);
    }
}
