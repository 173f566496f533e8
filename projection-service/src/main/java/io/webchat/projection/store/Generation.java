package io.webchat.projection.store;

/**
 * One building of a view: its collections, its positions and its consumer group. Several exist side by side while a
 * view is built anew.
 *
 * @param view the name of the view
 * @param number from 1
 */
public record Generation(String view, long number) {
    static final long FIRST = 1;

    /** The view's name, from the second generation on with the number, such as {@code timeline.2}. */
    public String name() {
        return view + suffix();
    }

    /** Where this generation has a collection of its view. */
    String collection(String name) {
        return name + suffix();
    }

    private String suffix() {
        return number == FIRST ? "" : "." + number;
    }
}
