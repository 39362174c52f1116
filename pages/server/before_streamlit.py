"""What stands before Streamlit, in the order in which it sees a request."""

from pages.server.connection_notice import ConnectionNotice
from pages.server.file_guard import FileGuard
from pages.server.message_limit import MessageLimit
from pages.server.socket_limit import SocketLimit
from pages.server.static_files import CompressedStaticFiles

BEFORE_STREAMLIT = (SocketLimit, MessageLimit, FileGuard, CompressedStaticFiles, ConnectionNotice)
