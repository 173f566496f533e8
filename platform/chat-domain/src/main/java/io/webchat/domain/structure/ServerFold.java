package io.webchat.domain.structure;

/** What happens to a server as a whole, folded. */
final class ServerFold {
    private ServerFold() {}

    static Server evolve(Server server, ServerEvent event) {
        return switch (event) {
            case ServerEvent.Created e -> throw StructureFold.impossible(e);
            case ServerEvent.Renamed e -> server.renamed(e.name());
            case ServerEvent.Described e -> server;
            case ServerEvent.IconChanged e -> server.withIcon(e.iconId());
            case ServerEvent.OwnershipTransferred e -> {
                StructureFold.require(server.hasMember(e.ownerId()), e);
                yield server.ownedBy(e.ownerId());
            }
            case ServerEvent.Deleted e -> server.deleted();
        };
    }
}
