package org.safepassage.hub.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Looks whether a port can be opened before anything is started, and names its owner where the system tells (Linux,
/// same user).
final class Ports {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private Ports() {}

    /// A port that another process holds; the message says which setting to change.
    static final class Taken extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Taken(String message) {
            super(message);
        }
    }

    /// @param setting its key in config/application.yaml
    /// @throws Taken when it cannot be opened
    static void needFree(String address, int port, String setting) {
        if (port <= 0) return;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException refused) {
            throw new Taken("port " + port + " cannot be opened: it is in use by "
                    + owner(port).map(pid -> "process " + pid).orElse("another process")
                    + ". Stop that, or set " + setting + " in application.yaml");
        }
    }

    private static Optional<Long> owner(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            try {
                for (String line : Files.readAllLines(PROC.resolve("net").resolve(table), StandardCharsets.US_ASCII)) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length > 9
                            && columns[3].equals(LISTENING)
                            && columns[1].endsWith(String.format(Locale.ROOT, ":%04X", port)))
                        sockets.add("socket:[" + columns[9] + "]");
                }
            } catch (IOException notHere) {
                return Optional.empty();
            }
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, sockets))
                .findFirst();
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var open = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return open.anyMatch(file -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(file).toString());
                } catch (IOException gone) {
                    return false;
                }
            });
        } catch (IOException notOurs) {
            return false;
        }
    }
}
