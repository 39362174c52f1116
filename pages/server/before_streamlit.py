"""What stands before Streamlit, in the order in which it sees a request."""

from starlette.middleware import Middleware

from pages.server.connection_notice import ConnectionNotice
from pages.server.file_guard import FileGuard
from pages.server.gate import Gate
from pages.server.message_limit import MessageLimit
from pages.server.static_files import CompressedStaticFiles

BEFORE_STREAMLIT = [
    Middleware(Gate),
    Middleware(MessageLimit),
    Middleware(FileGuard),
    Middleware(CompressedStaticFiles),
    Middleware(ConnectionNotice),
]
