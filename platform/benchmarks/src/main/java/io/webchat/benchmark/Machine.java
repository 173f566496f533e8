package io.webchat.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the figures were measured on.
 *
 * @param loadBefore the load average of the minute before the run: above zero, something else ran
 * @param jvm the Java version, of the benchmark and of the platform
 * @param serviceOptions the options of the JVM of the service that is measured; empty if they cannot be known
 */
public record Machine(int cores, long memoryMegabytes, double loadBefore, String jvm, String serviceOptions) {
    public static Machine now(String serviceOptions) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                Math.round(system.getSystemLoadAverage() * 100) / 100.0,
                Runtime.version().toString(),
                serviceOptions);
    }
}
