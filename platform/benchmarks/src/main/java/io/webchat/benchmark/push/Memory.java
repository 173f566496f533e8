package io.webchat.benchmark.push;

import io.webchat.benchmark.Latency;
import java.io.IOException;

/**
 * What an idle connection in twenty channels costs an instance: the slope between few and many.
 *
 * @param heapBytes of reachable objects for a connection
 * @param residentBytes of the machine's memory for a connection, which it may only have been given once
 * @param residentMegabytes of the whole process with all connections
 * @param connect how long opening one took until its delivery was live, at {@value Plan#CONNECTS_PER_SECOND} a second
 */
record Memory(int few, int many, long heapBytes, long residentBytes, long residentMegabytes, Latency connect) {
    static final long MOST_HEAP = 12 << 10;
    static final long MOST_RESIDENT = 18 << 10;
    static final double MOST_CONNECT_P99 = 200;

    static Memory measure(Community community, Connections connections, ServiceProcess instance, int many)
            throws IOException {
        connections.openUpTo(Plan.FEW_CONNECTIONS, Plan.CONNECTS_PER_SECOND, community::token);
        var heapOfFew = instance.liveHeap();
        var residentOfFew = instance.resident();
        var connect = connections.openUpTo(many, Plan.CONNECTS_PER_SECOND, community::token);
        var heap = instance.liveHeap();
        var resident = instance.resident();
        connections.requireAllOpen();
        var difference = many - Plan.FEW_CONNECTIONS;
        return new Memory(
                Plan.FEW_CONNECTIONS,
                many,
                (heap - heapOfFew) / difference,
                (resident - residentOfFew) / difference,
                resident >> 20,
                connect);
    }
}
