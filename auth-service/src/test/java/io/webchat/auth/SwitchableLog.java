package io.webchat.auth;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** The real log, until a test cuts the connection. */
@Component
@Primary
public class SwitchableLog extends KafkaTemplate<byte[], byte[]> {
    private volatile boolean down;

    SwitchableLog(ProducerFactory<byte[], byte[]> producers) {
        super(producers);
    }

    public void whileDown(Runnable work) {
        down = true;
        try {
            work.run();
        } finally {
            down = false;
        }
    }

    @Override
    public CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
        return down ? CompletableFuture.failedFuture(new TimeoutException("the log is down")) : super.send(record);
    }
}
