package io.webchat.standalone.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Whether anything but the gateway can be reached from outside: management endpoints, services, stores, monitoring. */
final class OpenPortsCheck implements Check {
    /** Of the containers of docker-compose.yml, and of Grafana, which is for the machine itself. */
    static final Set<Integer> OF_PRODUCTION = Set.of(
            3001, 3100, 6379, 8081, 8082, 8083, 8084, 9081, 9082, 9083, 9084, 9090, 9092, 9093, 12345, 26379, 27017);

    private static final String CHECK = "ports";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Where somebody outside would knock. */
    @FunctionalInterface
    interface Addresses {
        List<InetAddress> of(Deployment deployment) throws IOException;
    }

    private final Addresses addresses;

    OpenPortsCheck(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The addresses that the gateway's name has, unless it is a name for this machine only. */
    static List<InetAddress> ofTheGateway(Deployment deployment) throws UnknownHostException {
        var url = deployment.url();
        return url == null
                ? List.of()
                : List.of(InetAddress.getAllByName(url.getHost())).stream()
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
    }

    /** The addresses that other machines know this one by. */
    static List<InetAddress> ofThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    @Override
    public List<Finding> examine(Deployment deployment) {
        try {
            var outside = addresses.of(deployment);
            if (outside.isEmpty()) {
                return List.of(Finding.notChecked(
                        CHECK, "No address is known that others reach this by; --url names that of the gateway."));
            }
            var open = open(outside, deployment.closedPorts());
            return List.of(open.isEmpty() ? closed(deployment) : reachable(open));
        } catch (IOException e) {
            return List.of(Finding.notChecked(CHECK, "The address cannot be looked up: " + e.getMessage()));
        }
    }

    private static Finding closed(Deployment deployment) {
        var ports =
                deployment.closedPorts().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return Finding.fine(CHECK, "None of the ports " + ports + " answers where others could reach it.");
    }

    private static Finding reachable(List<InetSocketAddress> open) {
        var list = open.stream()
                .map(socket -> socket.getAddress().getHostAddress() + ":" + socket.getPort())
                .sorted()
                .collect(Collectors.joining(", "));
        return Finding.critical(
                CHECK,
                "Open where only the gateway should be: " + list + ".",
                "Publish 80, 443 and 127.0.0.1:3001 only; Docker's published ports go around ufw.",
                Section.HARDENING_CHECK_LIST);
    }

    /** Asks all at once, so that a firewall that stays silent costs one timeout. */
    private static List<InetSocketAddress> open(List<InetAddress> addresses, Collection<Integer> ports) {
        var sockets = addresses.stream()
                .flatMap(address -> ports.stream().map(port -> new InetSocketAddress(address, port)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(sockets.stream()
                    .<Callable<Boolean>>map(socket -> () -> takesConnections(socket))
                    .toList());
            var open = new ArrayList<InetSocketAddress>();
            for (var i = 0; i < answers.size(); i++) {
                if (answers.get(i).get()) {
                    open.add(sockets.get(i));
                }
            }
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static boolean takesConnections(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, (int) TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
