package io.webchat.domain.structure;

/** The names of a server's channels, and of its categories, are unique among each other. */
final class ChannelNames {
    /** How many channels and categories a server may have together. */
    static final int MAX = 500;

    private ChannelNames() {}

    static int count(Server server) {
        return server.channels().size() + server.categories().size();
    }

    /** Whether a channel other than this one has the name. */
    static boolean isTakenByChannel(Server server, ChannelName name, ChannelId except) {
        var key = name.key();
        for (var channel : server.channels().values()) {
            if (!channel.id().equals(except) && channel.nameKey().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a category other than this one has the name. */
    static boolean isTakenByCategory(Server server, ChannelName name, CategoryId except) {
        var key = name.key();
        for (var category : server.categories().entrySet()) {
            if (!category.getKey().equals(except)
                    && ChannelName.keyOf(category.getValue()).equals(key)) {
                return true;
            }
        }
        return false;
    }
}
