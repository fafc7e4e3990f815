package org.safepassage.connectors.ftps;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.io.CRLFLineReader;
import org.jspecify.annotations.Nullable;

/// Apache's FTP client with both channels under TLS, the data channel in the control channel's session: see
/// [SamePeerSockets].
///
/// File names go over it as bytes in the form of ISO 8859-1 text. For one thread.
final class FtpsClient extends FTPClient {
    private final FtpsLogin login;

    FtpsClient(FtpsLogin login) {
        this.login = login;
        setControlEncoding(StandardCharsets.ISO_8859_1);
        setSocketFactory(new SamePeerSockets(login.port()));
        setConnectTimeout((int) login.connectTimeout().toMillis());
        setDefaultTimeout((int) login.connectTimeout().toMillis());
        setDataTimeout(login.silence());
        setUseEPSVwithIPv4(true);
    }

    /// AUTH TLS, before anything else is said; what came unprotected until now is thrown away.
    ///
    /// @return false when the server has no TLS to offer
    boolean protectControl() throws IOException {
        if (!FTPReply.isPositiveCompletion(sendCommand("AUTH", "TLS"))) {
            return false;
        }
        SSLSocket tls = protect(_socket_);
        _socket_ = tls;
        _controlInput_ = new CRLFLineReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.ISO_8859_1));
        _controlOutput_ =
                new BufferedWriter(new OutputStreamWriter(tls.getOutputStream(), StandardCharsets.ISO_8859_1));
        return true;
    }

    /// What follows the log-in: the data channel protected, bytes as they are, the server asked to connect
    /// to nobody.
    ///
    /// @return false when the server leaves the data channel unprotected
    boolean protectData() throws IOException {
        setSoTimeout((int) login.silence().toMillis());
        boolean isProtected = FTPReply.isPositiveCompletion(sendCommand("PBSZ", "0"))
                && FTPReply.isPositiveCompletion(sendCommand("PROT", "P"));
        enterLocalPassiveMode();
        return isProtected && setFileType(FTP.BINARY_FILE_TYPE);
    }

    /// Opens a data channel under TLS.
    ///
    /// @param argument of the command; none when null
    /// @return null when the server refuses: its reply says why
    @Nullable
    Socket data(String command, @Nullable String argument, long offset) throws IOException {
        setRestartOffset(offset);
        return _openDataConnection_(command, argument);
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, @Nullable String argument) throws IOException {
        Socket plain = super._openDataConnection_(command, argument);
        return plain == null ? null : protect(plain);
    }

    private SSLSocket protect(Socket plain) throws IOException {
        SSLSocket tls =
                (SSLSocket) login.tls().getSocketFactory().createSocket(plain, login.host(), login.port(), true);
        SSLParameters wanted = tls.getSSLParameters();
        wanted.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (login.checkName()) {
            wanted.setEndpointIdentificationAlgorithm("HTTPS");
        }
        tls.setSSLParameters(wanted);
        tls.startHandshake();
        return tls;
    }
}
