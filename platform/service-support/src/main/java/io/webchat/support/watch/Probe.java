package io.webchat.support.watch;

/**
 * Asks something that a service depends on for a sign of life.
 *
 * @param dependency its name in metrics, such as {@code redis}
 */
public record Probe(String dependency, Question question) {
    /** Returns when the answer has come, and throws when it has not; may take as long as it likes. */
    @FunctionalInterface
    public interface Question {
        void ask() throws Exception;
    }
}
