package org.safepassage.connectors.peers;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/// tus-java-server in Tomcat on the loopback, below `/upload/files`. As recipients do, it moves a finished file into
/// a folder under the name that came with it, never over another.
public final class TusServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final Path storage;

    /// @param folder for what is being uploaded
    /// @param inbox for finished files
    public TusServer(Path folder, Path inbox) {
        storage = folder.resolve("storage");
        var service = new TusFileUploadService().withUploadUri("/upload/files").withStoragePath(storage.toString());
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxSwallowSize", "-1");
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "tus", new Uploads(service, inbox));
        context.addServletMappingDecoded("/*", "tus");
        try {
            tomcat.start();
        } catch (LifecycleException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /// Bytes of unfinished uploads.
    public long unfinished() {
        if (!Files.isDirectory(storage)) {
            return 0;
        }
        try (var files = Files.walk(storage)) {
            return files.filter(file -> file.endsWith("data"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException moving) {
            return 0;
        }
    }

    private static final class Uploads extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient TusFileUploadService service;
        private final transient Path inbox;

        Uploads(TusFileUploadService service, Path inbox) {
            this.service = service;
            this.inbox = inbox;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            service.process(request, response);
            String address = request.getRequestURI();
            try {
                var upload = service.getUploadInfo(address);
                if (upload != null
                        && !upload.isUploadInProgress()
                        && request.getMethod().equals("PATCH")) {
                    Path part = inbox.resolveSibling(upload.getId() + ".arriving");
                    try (var bytes = service.getUploadedBytes(address)) {
                        Files.copy(bytes, part);
                    }
                    Files.move(part, inbox.resolve(upload.getFileName()));
                    service.deleteUpload(address);
                }
            } catch (TusException failed) {
                throw new IOException(failed);
            }
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
