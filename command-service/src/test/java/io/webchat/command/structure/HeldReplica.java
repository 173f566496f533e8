package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.replica.StructureReplica;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds a replica up at the next event, until this is closed. */
public final class HeldReplica implements StructureReplica.Listener, AutoCloseable {
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    private HeldReplica() {}

    public static HeldReplica of(StructureReplica replica) {
        var listener = new HeldReplica();
        replica.addListener(listener);
        return listener;
    }

    /** Returns when it stands still. */
    public void awaitHeld() throws InterruptedException {
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void restored(Collection<Server> servers) {}

    @Override
    public void applied(ConsumerRecord<byte[], byte[]> record, StructureEvent event, Server server) {
        held.countDown();
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        free.countDown();
    }
}
