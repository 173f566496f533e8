package io.webchat.projection.deadletter;

import io.webchat.domain.message.MessageEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The service with a defect: its timeline, which is the real one, fails on some messages until they are mended; or a
 * store that refuses some.
 */
@Import(ProjectionServiceApplication.class)
class MendableTimeline {
    /** What is said in the messages that it fails on. */
    static final Set<String> DEFECTS = ConcurrentHashMap.newKeySet();

    /** What is said in the messages that the store refuses. */
    static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    @Bean
    static BeanPostProcessor defect() {
        return new BeanPostProcessor() {
            @Override
            @SuppressWarnings("unchecked")
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Projection<?> projection
                    when projection.view().name().equals("timeline") ->
                        new Defective((Projection<MessageEvent>) projection);
                    case MongoTemplate store -> new RefusingStore(store, REFUSED);
                    default -> bean;
                };
            }
        };
    }

    private record Defective(Projection<MessageEvent> timeline) implements Projection<MessageEvent> {
        @Override
        public View view() {
            return timeline.view();
        }

        @Override
        public WireCodec<MessageEvent> codec() {
            return timeline.codec();
        }

        @Override
        public void prepare() {
            timeline.prepare();
        }

        @Override
        public void passOver(Logged<MessageEvent> event) {
            timeline.passOver(event);
        }

        @Override
        public void apply(List<Logged<MessageEvent>> events) {
            for (var logged : events) {
                if (logged.event() instanceof MessageEvent.Posted posted && DEFECTS.contains(posted.content())) {
                    throw new IllegalStateException("a defect: " + posted.content());
                }
            }
            timeline.apply(events);
        }
    }
}
