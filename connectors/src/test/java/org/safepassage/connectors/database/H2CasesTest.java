package org.safepassage.connectors.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.safepassage.connectors.peers.Peer;

/// The database source against H2's server in this JVM: the quick run.
class H2CasesTest extends DatabaseCasesContract {
    static Server server;
    static Connection keptOpen;

    @BeforeAll
    static void startServer() throws SQLException {
        server = Server.createTcpServer("-tcpPort", Integer.toString(Peer.freePort()), "-ifNotExists")
                .start();
        keptOpen = DriverManager.getConnection(
                "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:cases", "hub", "right-secret");
    }

    @AfterAll
    static void stopServer() throws SQLException {
        keptOpen.close();
        server.stop();
    }

    @Override
    Connection writing() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port()), "hub", "right-secret");
    }

    @Override
    String jdbcUrl(int port) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:cases";
    }

    @Override
    protected int port() {
        return server.getPort();
    }
}
