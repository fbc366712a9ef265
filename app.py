"""The web application: Streamlit behind security headers and compression; `streamlit run app.py` or any ASGI server."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from svodka.views import pictures, talk
from svodka.views.headers import SecurityHeaders

MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1024)]
app = st.App("svodka/views/main.py", routes=[*talk.ROUTES, *pictures.ROUTES], middleware=MIDDLEWARE)
