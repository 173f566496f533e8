package io.webchat.benchmark.push;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A JVM on this machine, seen from outside. */
final class ServiceProcess implements AutoCloseable {
    private final long pid;
    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final OperatingSystemMXBean system;

    private ServiceProcess(long pid, JMXConnector connector) throws IOException {
        this.pid = pid;
        this.connector = connector;
        var server = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        this.system = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
    }

    /** Of a process of the same user. The address is one that the process itself gave, and local. */
    @SuppressWarnings("BanJNDI")
    static ServiceProcess attach(long pid) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            var address = machine.startLocalManagementAgent();
            machine.detach();
            return new ServiceProcess(pid, JMXConnectorFactory.connect(new JMXServiceURL(address)));
        } catch (AttachNotSupportedException e) {
            throw new IOException("process " + pid + " lets nobody look at it: " + e.getMessage(), e);
        }
    }

    /** What is reachable on the heap, in bytes: what is used right after a collection. */
    long liveHeap() {
        // The first one may only have handed over what references and cleaners hold.
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** What it holds of the machine's memory, in bytes. */
    long resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow(() -> new IOException("process " + pid + " does not say what it holds"));
        }
    }

    /** Processor time since its start, of all threads. */
    long cpuNanos() {
        return system.getProcessCpuTime();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
