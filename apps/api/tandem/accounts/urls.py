"""Addresses of sign-in: allauth's headless API for browsers, nothing of its pages."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.headless.urls"))]
