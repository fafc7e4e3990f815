package org.safepassage.connectors.ftps;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/// Plain sockets that name the control channel's port as their peer's, wherever they are connected. Java's
/// TLS looks for a session to resume by the name that the socket is wrapped with and the port that it
/// tells; so the data channel finds the control channel's session, without reaching into the platform.
final class SamePeerSockets extends SocketFactory {
    private final int controlPort;

    SamePeerSockets(int controlPort) {
        this.controlPort = controlPort;
    }

    @Override
    public Socket createSocket() throws SocketException {
        var socket = new Socket() {
            @Override
            public int getPort() {
                return controlPort;
            }
        };
        // A dialogue of short lines waits 40 ms at every turn otherwise.
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("sockets are connected later, with a time limit");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("sockets are connected later, with a time limit");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("sockets are connected later, with a time limit");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("sockets are connected later, with a time limit");
    }
}
